package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.AN_APPROVED_VERSION_NEVER_CHANGES;
import static isms.risk.methodology.MethodologyRule.A_METHODOLOGY_HAS_A_TITLE;
import static isms.risk.methodology.MethodologyRule.A_METHODOLOGY_IS_DEFINED_ONCE;
import static isms.risk.methodology.MethodologyRule.A_RETURN_SAYS_WHY;
import static isms.risk.methodology.MethodologyRule.A_SUBMITTED_VERSION_WAITS_FOR_ITS_APPROVAL;
import static isms.risk.methodology.MethodologyRule.NO_AUTHOR_APPROVES_THEIR_OWN_VERSION;
import static isms.risk.methodology.MethodologyRule.ONE_VERSION_IS_WORKED_ON_AT_A_TIME;
import static isms.risk.methodology.MethodologyRule.ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE;
import static isms.risk.methodology.MethodologyRule.ONLY_A_DRAFT_IS_SUBMITTED;
import static isms.risk.methodology.MethodologyRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON;
import static isms.risk.methodology.MethodologyRule.ONLY_COMPLETE_CRITERIA_ARE_APPROVED;
import static isms.risk.methodology.MethodologyRule.ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON;

import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import isms.risk.methodology.MethodologyEvent.MethodologyDraftRevised;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologyReturned;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-1 to RSK-3: the life of a methodology")
class MethodologyTest {

    private static final MethodologyType TYPE = new MethodologyType();
    private static final Subject AUTHOR = new Subject("u-author");
    private static final Subject EDITOR = new Subject("u-editor");
    private static final Subject CHIEF = new Subject("u-chief");
    private static final Content COMPLETE = content(SampleCriteria.scored());
    private static final Content REVISED = new Content("Corporate IT", "Now with suppliers", SampleCriteria.scored());

    @Test
    @DisplayName("RSK-1: a methodology enters the inventory as a draft, which may be incomplete")
    void a_methodology_is_defined_with_an_incomplete_draft() {
        Content begun = content(Criteria.proposal());

        Given.nothing(TYPE)
                .when(new DefineMethodology(MethodKind.QUALITATIVE, begun, AUTHOR))
                .then(new MethodologyDefined(MethodKind.QUALITATIVE, begun, AUTHOR));
    }

    @Test
    void a_methodology_is_defined_once() {
        drafted()
                .when(new DefineMethodology(MethodKind.QUALITATIVE, COMPLETE, AUTHOR))
                .refusedBy(A_METHODOLOGY_IS_DEFINED_ONCE);
    }

    @Test
    void a_methodology_has_a_title() {
        Given.nothing(TYPE)
                .when(new DefineMethodology(
                        MethodKind.QUALITATIVE, new Content(" ", "", SampleCriteria.matrix()), AUTHOR))
                .refusedBy(A_METHODOLOGY_HAS_A_TITLE, "/title");
    }

    @Test
    void a_draft_is_revised() {
        drafted()
                .when(new ReviseMethodologyDraft(draft -> REVISED, EDITOR))
                .then(new MethodologyDraftRevised(1, REVISED, EDITOR));
    }

    @Test
    void a_revision_that_changes_nothing_leaves_no_trace() {
        drafted().when(new ReviseMethodologyDraft(draft -> draft, EDITOR)).thenNothing();
    }

    @Test
    @DisplayName("RSK-3: draft -> submitted -> approved -> in use")
    void a_version_goes_its_way_into_use() {
        drafted()
                .when(new SubmitMethodology())
                .then(new MethodologySubmitted(1))
                .when(new ApproveMethodology(CHIEF))
                .then(new MethodologyApproved(1, MethodKind.SEMI_QUANTITATIVE, "Corporate IT", Set.of(AUTHOR)))
                .when(new PutMethodologyInUse())
                .then(new MethodologyPutInUse(1, "Corporate IT"));
    }

    @Test
    @DisplayName("ALL-3: the author cannot approve")
    void an_author_does_not_approve_the_version() {
        submitted().when(new ApproveMethodology(AUTHOR)).refusedBy(NO_AUTHOR_APPROVES_THEIR_OWN_VERSION);
    }

    @Test
    @DisplayName("ALL-3: nor can anyone who revised it")
    void nor_does_an_editor_of_the_version() {
        drafted()
                .and(new MethodologyDraftRevised(1, REVISED, EDITOR), new MethodologySubmitted(1))
                .when(new ApproveMethodology(EDITOR))
                .refusedBy(NO_AUTHOR_APPROVES_THEIR_OWN_VERSION);
    }

    @Test
    @DisplayName("ALL-3: an editor of a former version may approve a version written by others")
    void an_editor_of_a_former_version_may_approve_the_next() {
        inUse().and(new MethodologyVersionStarted(2, COMPLETE, EDITOR), new MethodologySubmitted(2))
                .when(new ApproveMethodology(AUTHOR))
                .then(new MethodologyApproved(2, MethodKind.SEMI_QUANTITATIVE, "Corporate IT", Set.of(EDITOR)));
    }

    @Test
    @DisplayName("RSK-1: an incomplete version is not approved; every missing piece is named")
    void an_incomplete_version_is_not_approved() {
        Given.facts(
                        TYPE,
                        new MethodologyDefined(
                                MethodKind.SEMI_QUANTITATIVE,
                                content(SampleCriteria.withoutAcceptance(SampleCriteria.scored())),
                                AUTHOR),
                        new MethodologySubmitted(1))
                .when(new ApproveMethodology(CHIEF))
                .refusedBy(ONLY_COMPLETE_CRITERIA_ARE_APPROVED, "/criteria/acceptance");
    }

    @Test
    void what_was_not_submitted_is_not_approved() {
        drafted().when(new ApproveMethodology(CHIEF)).refusedBy(ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
        inUse().when(new ApproveMethodology(CHIEF)).refusedBy(ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
    }

    @Test
    void a_submitted_version_is_returned_with_a_reason_and_can_be_revised_again() {
        submitted().when(new ReturnMethodology(" ")).refusedBy(A_RETURN_SAYS_WHY, "/reason");
        submitted()
                .when(new ReturnMethodology("Fines are missing"))
                .then(new MethodologyReturned(1, "Fines are missing"))
                .when(new ReviseMethodologyDraft(draft -> REVISED, EDITOR))
                .then(new MethodologyDraftRevised(1, REVISED, EDITOR));
    }

    @Test
    void a_submitted_version_does_not_change() {
        submitted()
                .when(new ReviseMethodologyDraft(draft -> REVISED, AUTHOR))
                .refusedBy(A_SUBMITTED_VERSION_WAITS_FOR_ITS_APPROVAL);
        submitted().when(new SubmitMethodology()).refusedBy(ONLY_A_DRAFT_IS_SUBMITTED);
    }

    @Test
    @DisplayName("RSK-3: an approved version never changes")
    void an_approved_version_never_changes() {
        approved()
                .when(new ReviseMethodologyDraft(draft -> REVISED, AUTHOR))
                .refusedBy(AN_APPROVED_VERSION_NEVER_CHANGES);
        inUse().when(new ReviseMethodologyDraft(draft -> REVISED, AUTHOR)).refusedBy(AN_APPROVED_VERSION_NEVER_CHANGES);
    }

    @Test
    void only_an_approved_version_is_put_in_use() {
        submitted().when(new PutMethodologyInUse()).refusedBy(ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE);
        inUse().when(new PutMethodologyInUse()).refusedBy(ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE);
    }

    @Test
    @DisplayName("RSK-3: the next version begins where the former stands and supersedes it when put in use")
    void the_next_version_supersedes_the_former() {
        inUse().when(new StartNextMethodologyVersion(EDITOR))
                .then(new MethodologyVersionStarted(2, COMPLETE, EDITOR))
                .and(
                        new MethodologySubmitted(2),
                        new MethodologyApproved(2, MethodKind.SEMI_QUANTITATIVE, "Corporate IT", Set.of(EDITOR)))
                .when(new PutMethodologyInUse())
                .then(new MethodologySuperseded(1, 2), new MethodologyPutInUse(2, "Corporate IT"));
    }

    @Test
    void one_version_is_worked_on_at_a_time() {
        drafted().when(new StartNextMethodologyVersion(EDITOR)).refusedBy(ONE_VERSION_IS_WORKED_ON_AT_A_TIME);
        approved().when(new StartNextMethodologyVersion(EDITOR)).refusedBy(ONE_VERSION_IS_WORKED_ON_AT_A_TIME);
    }

    @Test
    void nothing_is_done_to_what_is_not_in_the_inventory() {
        Given.nothing(TYPE).when(new SubmitMethodology()).refusedBy(ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON);
        Given.nothing(TYPE)
                .when(new StartNextMethodologyVersion(AUTHOR))
                .refusedBy(ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON);
    }

    private static Given<Methodology, MethodologyEvent> drafted() {
        return Given.facts(TYPE, new MethodologyDefined(MethodKind.SEMI_QUANTITATIVE, COMPLETE, AUTHOR));
    }

    private static Given<Methodology, MethodologyEvent> submitted() {
        return drafted().and(new MethodologySubmitted(1));
    }

    private static Given<Methodology, MethodologyEvent> approved() {
        return submitted()
                .and(new MethodologyApproved(1, MethodKind.SEMI_QUANTITATIVE, "Corporate IT", Set.of(AUTHOR)));
    }

    private static Given<Methodology, MethodologyEvent> inUse() {
        return approved().and(new MethodologyPutInUse(1, "Corporate IT"));
    }

    private static Content content(Criteria criteria) {
        return new Content("Corporate IT", "Office network and applications", criteria);
    }
}
