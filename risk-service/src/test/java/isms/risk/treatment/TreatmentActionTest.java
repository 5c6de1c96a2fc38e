package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.CHECKER;
import static isms.risk.treatment.SamplePlans.DOER;
import static isms.risk.treatment.SamplePlans.MANAGER;
import static isms.risk.treatment.SamplePlans.MARCH;
import static isms.risk.treatment.SamplePlans.MAY;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.STRANGER;
import static isms.risk.treatment.SamplePlans.TYPE;
import static isms.risk.treatment.SamplePlans.approved;
import static isms.risk.treatment.SamplePlans.submitted;
import static isms.risk.treatment.TreatmentRule.A_MOVED_DATE_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.treatment.TreatmentRule.DONE_IS_SHOWN_BY_EVIDENCE;
import static isms.risk.treatment.TreatmentRule.NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE;
import static isms.risk.treatment.TreatmentRule.ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT;
import static isms.risk.treatment.TreatmentRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION;
import static isms.risk.treatment.TreatmentRule.PROGRESS_IS_A_SHARE_OF_THE_WHOLE;
import static isms.risk.treatment.TreatmentRule.THE_PLAN_HAS_NO_SUCH_ACTION;
import static isms.risk.treatment.TreatmentRule.WHAT_IS_SHOWN_DONE_STAYS_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import isms.risk.Envelopes;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-12: an approved plan is carried out")
class TreatmentActionTest {

    @Test
    void its_owner_reports_how_far_an_action_is_up_and_down() {
        approved()
                .when(new ReportProgress(1, 40, "Tokens are handed out", DOER))
                .then(new ActionProgressReported(1, 40, "Tokens are handed out"))
                .when(new ReportProgress(1, 20, "Half of them came back", MANAGER))
                .then(new ActionProgressReported(1, 20, "Half of them came back"));
    }

    @Test
    @DisplayName("RSK-12: progress is 0 to 100 percent")
    void progress_is_a_share_of_the_whole() {
        approved().when(new ReportProgress(1, 101, "", DOER)).refusedBy(PROGRESS_IS_A_SHARE_OF_THE_WHOLE, "/percent");
        approved().when(new ReportProgress(1, -1, "", DOER)).refusedBy(PROGRESS_IS_A_SHARE_OF_THE_WHOLE, "/percent");
        approved().when(new ReportProgress(1, 0, "", DOER)).then(new ActionProgressReported(1, 0, ""));
    }

    @Test
    @DisplayName("RSK-12: its owner or the ISMS manager reports on an action")
    void a_stranger_does_not_report() {
        approved()
                .when(new ReportProgress(1, 40, "", STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION);
        approved()
                .when(new MoveTargetDate(1, MAY, "Late", STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION);
    }

    @Test
    @DisplayName("RSK-12: delay is an event, and says why")
    void a_moved_date_says_why() {
        approved().when(new MoveTargetDate(1, MAY, " ", DOER)).refusedBy(A_MOVED_DATE_SAYS_WHY, "/reason");
        approved()
                .when(new MoveTargetDate(1, MAY, "Late", DOER))
                .then(new ActionTargetDateMoved(1, MARCH, MAY, "Late"))
                .when(new MoveTargetDate(1, MAY, "Late", DOER))
                .thenNothing()
                .when(new MoveTargetDate(1, MARCH, "In time after all", DOER))
                .then(new ActionTargetDateMoved(1, MAY, MARCH, "In time after all"));
    }

    @Test
    @DisplayName("RSK-12: the plan is completed with its last action shown done")
    void with_its_last_action_the_plan_is_completed() {
        approved()
                .when(new ShowActionDone(1, "Tried it", CHECKER.subject()))
                .then(new ActionShownDone(1, "Tried it"))
                .when(new ShowActionDone(2, "Saw it", MANAGER.subject()))
                .then(new ActionShownDone(2, "Saw it"), new TreatmentPlanCompleted(RISK))
                .when(new ReportProgress(1, 100, "", DOER))
                .refusedBy(A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS);
    }

    @Test
    @DisplayName("RSK-12, ALL-3: no owner shows their own action done")
    void no_owner_shows_their_own_action_done() {
        approved()
                .when(new ShowActionDone(1, "I did it", DOER.subject()))
                .refusedBy(NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE);
    }

    @Test
    @DisplayName("RSK-12: done is shown by evidence")
    void done_is_shown_by_evidence() {
        approved()
                .when(new ShowActionDone(1, " ", CHECKER.subject()))
                .refusedBy(DONE_IS_SHOWN_BY_EVIDENCE, "/evidence");
    }

    @Test
    @DisplayName("RSK-12: what is shown done stays done")
    void what_is_shown_done_stays_done() {
        var done = approved().and(new ActionShownDone(1, "Tried it"));
        done.when(new ShowActionDone(1, "Again", CHECKER.subject())).refusedBy(WHAT_IS_SHOWN_DONE_STAYS_DONE);
        done.when(new ReportProgress(1, 50, "", DOER)).refusedBy(WHAT_IS_SHOWN_DONE_STAYS_DONE);
        done.when(new MoveTargetDate(1, MAY, "Late", DOER)).refusedBy(WHAT_IS_SHOWN_DONE_STAYS_DONE);
    }

    @Test
    @DisplayName("RSK-12: only an approved plan is carried out, by its own actions")
    void only_an_approved_plan_is_carried_out() {
        submitted().when(new ReportProgress(1, 10, "", DOER)).refusedBy(ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT);
        submitted()
                .when(new ShowActionDone(1, "Tried it", CHECKER.subject()))
                .refusedBy(ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT);
        approved().when(new ReportProgress(3, 10, "", DOER)).refusedBy(THE_PLAN_HAS_NO_SUCH_ACTION);
        approved()
                .and(new TreatmentPlanWithdrawn(RISK, "Too dear"))
                .when(new MoveTargetDate(1, MAY, "Late", DOER))
                .refusedBy(A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS);
    }

    @Test
    @DisplayName("ALL-7: what is due next is the earliest date of what is still to be done, from approval to the end")
    void what_is_due_next() {
        assertThat(shown().nextDue).isEqualTo(MARCH);
        assertThat(shown(new ActionTargetDateMoved(1, MARCH, MAY, "Late")).nextDue)
                .isEqualTo(MARCH);
        assertThat(shown(new ActionTargetDateMoved(1, MARCH, MAY, "Late"), new ActionShownDone(2, "Saw it")).nextDue)
                .isEqualTo(MAY);
        assertThat(shown(new TreatmentPlanWithdrawn(RISK, "Too dear")).nextDue).isNull();
        assertThat(Envelopes.represented(
                                TYPE,
                                List.<TreatmentEvent>of(
                                        new TreatmentPlanDrafted(RISK, SamplePlans.WHOLE, SamplePlans.AUTHOR),
                                        new TreatmentPlanSubmitted(SamplePlans.aim())))
                        .nextDue)
                .isNull();
    }

    @Test
    void a_plan_shows_how_far_it_is() {
        var begun = shown(new ActionProgressReported(1, 50, ""), new ActionTargetDateMoved(1, MARCH, MAY, "Late"));
        assertThat(begun.status).isEqualTo("in-progress");
        assertThat(begun.percent).isEqualTo(25);
        assertThat(begun.actions.getFirst()).satisfies(action -> {
            assertThat(action.status()).isEqualTo("in-progress");
            assertThat(action.targetDate()).isEqualTo(MAY);
            assertThat(action.movedFrom()).isEqualTo(MARCH);
            assertThat(action.movedBecause()).isEqualTo("Late");
            assertThat(action.remark()).isNull();
        });
        var done = shown(
                new ActionShownDone(1, "Tried it"), new ActionShownDone(2, "Saw it"), new TreatmentPlanCompleted(RISK));
        assertThat(done.status).isEqualTo("completed");
        assertThat(done.percent).isEqualTo(100);
        assertThat(done.nextDue).isNull();
        assertThat(done.actions.getFirst().shownDoneBy()).hasToString("u-actor");
    }

    private static TreatmentPlanEntry shown(TreatmentEvent... more) {
        return Envelopes.represented(
                TYPE,
                Stream.concat(
                                Stream.of(
                                        new TreatmentPlanDrafted(RISK, SamplePlans.WHOLE, SamplePlans.AUTHOR),
                                        new TreatmentPlanSubmitted(SamplePlans.aim()),
                                        SamplePlans.approval()),
                                Stream.of(more))
                        .toList());
    }
}
