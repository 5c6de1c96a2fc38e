package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE;

import isms.risk.methodology.Methodology.InUse;
import isms.risk.methodology.Methodology.Stage;
import isms.risk.methodology.Methodology.Work;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import java.util.List;

/** Have assessments made with the approved version from now on, in place of the one in use. */
record PutMethodologyInUse() implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Work approved = state.work(Stage.APPROVED, ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE);
        InUse former = state.inventoried().inUse();
        var released =
                new MethodologyPutInUse(approved.version(), approved.content().title());
        return former == null
                ? List.of(released)
                : List.of(new MethodologySuperseded(former.version(), approved.version()), released);
    }
}
