package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.ONLY_A_DRAFT_IS_SUBMITTED;

import isms.risk.methodology.Methodology.Stage;
import isms.risk.methodology.Methodology.Work;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import java.util.List;

/** Ask top management to approve the draft. */
record SubmitMethodology() implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Work draft = state.work(Stage.DRAFT, ONLY_A_DRAFT_IS_SUBMITTED);
        return List.of(new MethodologySubmitted(draft.version()));
    }
}
