package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.NO_AUTHOR_APPROVES_THEIR_OWN_VERSION;
import static isms.risk.methodology.MethodologyRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON;
import static isms.risk.methodology.MethodologyRule.ONLY_COMPLETE_CRITERIA_ARE_APPROVED;

import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import isms.risk.methodology.Methodology.Inventoried;
import isms.risk.methodology.Methodology.Stage;
import isms.risk.methodology.Methodology.Work;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import java.util.List;

/** Answer for the submitted version, and with it for the risk acceptance criteria (5.1, 6.1.2 a 1). */
record ApproveMethodology(Subject approver) implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Inventoried known = state.inventoried();
        Work submitted = state.work(Stage.SUBMITTED, ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
        if (submitted.authors().contains(approver)) {
            throw NO_AUTHOR_APPROVES_THEIR_OWN_VERSION.violated();
        }
        Content content = submitted.content();
        List<Violation> gaps = content.criteria().gaps(known.kind());
        if (!gaps.isEmpty()) {
            throw ONLY_COMPLETE_CRITERIA_ARE_APPROVED.violated(gaps);
        }
        return List.of(
                new MethodologyApproved(submitted.version(), known.kind(), content.title(), submitted.authors()));
    }
}
