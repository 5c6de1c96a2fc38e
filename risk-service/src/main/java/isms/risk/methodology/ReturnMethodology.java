package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.A_RETURN_SAYS_WHY;
import static isms.risk.methodology.MethodologyRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON;

import isms.platform.decider.Violation;
import isms.risk.methodology.Methodology.Stage;
import isms.risk.methodology.Methodology.Work;
import isms.risk.methodology.MethodologyEvent.MethodologyReturned;
import java.util.List;

/** Give the submitted version back to its authors. */
record ReturnMethodology(String reason) implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Work submitted = state.work(Stage.SUBMITTED, ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
        if (reason.isBlank()) {
            throw A_RETURN_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new MethodologyReturned(submitted.version(), reason));
    }
}
