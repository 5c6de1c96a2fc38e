package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.ONE_VERSION_IS_WORKED_ON_AT_A_TIME;

import isms.platform.people.Subject;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.methodology.Methodology.Inventoried;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import java.util.List;

/** Begin the draft of the next version from what the version in use says. */
record StartNextMethodologyVersion(Subject author) implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Inventoried known = state.inventoried();
        InUse former = known.inUse();
        if (known.work() != null || former == null) {
            throw ONE_VERSION_IS_WORKED_ON_AT_A_TIME.violated();
        }
        return List.of(new MethodologyVersionStarted(known.latest() + 1, former.content(), author));
    }
}
