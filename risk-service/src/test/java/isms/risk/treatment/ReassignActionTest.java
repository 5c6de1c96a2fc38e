package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.CHECKER;
import static isms.risk.treatment.SamplePlans.DOER;
import static isms.risk.treatment.SamplePlans.MANAGER;
import static isms.risk.treatment.SamplePlans.OWNER;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.STRANGER;
import static isms.risk.treatment.SamplePlans.TYPE;
import static isms.risk.treatment.SamplePlans.approved;
import static isms.risk.treatment.SamplePlans.submitted;
import static isms.risk.treatment.SamplePlans.treated;
import static isms.risk.treatment.TreatmentRule.A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.treatment.TreatmentRule.A_REASSIGNMENT_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE;
import static isms.risk.treatment.TreatmentRule.ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT;
import static isms.risk.treatment.TreatmentRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION;
import static isms.risk.treatment.TreatmentRule.WHAT_IS_SHOWN_DONE_STAYS_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import isms.risk.Envelopes;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionReassigned;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-12: an action of an approved plan is done by somebody else")
class ReassignActionTest {

    private static ReassignAction to(isms.platform.people.Actor owner, String reason, isms.platform.people.Actor by) {
        return new ReassignAction(1, owner.subject(), reason, treated(), by);
    }

    @Test
    void the_risk_owner_or_the_manager_reassigns_it_and_the_new_owner_reports() {
        approved()
                .when(to(CHECKER, "Moved to another plant", OWNER))
                .then(new ActionReassigned(1, CHECKER.subject(), DOER.subject(), "Moved to another plant"))
                .when(to(CHECKER, "Again", MANAGER))
                .thenNothing()
                .when(new ReportProgress(1, 10, "", CHECKER))
                .then(new ActionProgressReported(1, 10, ""))
                .when(new ReportProgress(1, 20, "", DOER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION);
    }

    @Test
    @DisplayName("RSK-12: nobody else does, not even its owner, and not without a reason")
    void nobody_else_reassigns_it_and_not_without_a_reason() {
        approved()
                .when(to(CHECKER, "Too much to do", DOER))
                .refusedBy(ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION);
        approved()
                .when(to(CHECKER, "Mine", STRANGER))
                .refusedBy(ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION);
        approved().when(to(CHECKER, " ", OWNER)).refusedBy(A_REASSIGNMENT_SAYS_WHY, "/reason");
    }

    @Test
    @DisplayName("RSK-12, ALL-3: whoever owned an action once cannot show it done")
    void a_former_owner_does_not_show_it_done() {
        var reassigned = approved()
                .and(new ActionReassigned(1, CHECKER.subject(), DOER.subject(), "Moved"))
                .and(new ActionReassigned(1, STRANGER.subject(), CHECKER.subject(), "Moved too"));
        for (var owner : List.of(DOER, CHECKER, STRANGER)) {
            reassigned
                    .when(new ShowActionDone(1, "I did it", owner.subject()))
                    .refusedBy(NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE);
        }
        reassigned.when(new ShowActionDone(2, "Saw it", CHECKER.subject())).then(new ActionShownDone(2, "Saw it"));
        reassigned.when(new ShowActionDone(1, "Saw it", MANAGER.subject())).then(new ActionShownDone(1, "Saw it"));
    }

    @Test
    void only_what_is_carried_out_is_reassigned() {
        submitted().when(to(CHECKER, "Early", OWNER)).refusedBy(ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT);
        approved()
                .and(new ActionShownDone(1, "Saw it"))
                .when(to(CHECKER, "Late", OWNER))
                .refusedBy(WHAT_IS_SHOWN_DONE_STAYS_DONE);
        approved()
                .and(new TreatmentPlanWithdrawn(RISK, "Too dear"))
                .when(to(CHECKER, "Late", OWNER))
                .refusedBy(A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS);
    }

    @Test
    void the_plan_shows_its_new_owner() {
        TreatmentPlanEntry plan = Envelopes.represented(
                TYPE,
                List.<TreatmentEvent>of(
                        new TreatmentPlanDrafted(RISK, SamplePlans.WHOLE, SamplePlans.AUTHOR),
                        new TreatmentPlanSubmitted(SamplePlans.aim()),
                        SamplePlans.approval(),
                        new ActionReassigned(1, CHECKER.subject(), DOER.subject(), "Moved")));
        assertThat(plan.actions)
                .extracting(action -> String.valueOf(action.owner()))
                .containsExactly("u-checker", "u-doer");
        assertThat(plan.actionOwners).containsExactly("u-checker", "u-doer");
        assertThat(plan.status).isEqualTo("approved");
    }
}
