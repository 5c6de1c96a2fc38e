package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.AN_APPROVED_VERSION_NEVER_CHANGES;
import static isms.risk.methodology.MethodologyRule.A_SUBMITTED_VERSION_WAITS_FOR_ITS_APPROVAL;

import isms.platform.people.Subject;
import isms.risk.methodology.Methodology.Work;
import isms.risk.methodology.MethodologyEvent.MethodologyDraftRevised;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Change what a draft says.
 *
 * @param revision what becomes of the content; applied to the draft as it is when the decision is taken
 * @param author who revises, and from then on cannot approve the version
 */
record ReviseMethodologyDraft(UnaryOperator<Content> revision, Subject author) implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        Work work = state.work(AN_APPROVED_VERSION_NEVER_CHANGES);
        return switch (work.stage()) {
            case DRAFT -> revised(work);
            case SUBMITTED -> throw A_SUBMITTED_VERSION_WAITS_FOR_ITS_APPROVAL.violated();
            case APPROVED -> throw AN_APPROVED_VERSION_NEVER_CHANGES.violated();
        };
    }

    private List<MethodologyEvent> revised(Work draft) {
        Content revised = revision.apply(draft.content()).titled();
        return revised.equals(draft.content())
                ? List.of()
                : List.of(new MethodologyDraftRevised(draft.version(), revised, author));
    }
}
