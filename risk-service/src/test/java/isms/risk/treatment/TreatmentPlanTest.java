package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.AIM;
import static isms.risk.treatment.SamplePlans.AUTHOR;
import static isms.risk.treatment.SamplePlans.EDITOR;
import static isms.risk.treatment.SamplePlans.LOGIN;
import static isms.risk.treatment.SamplePlans.MANAGER;
import static isms.risk.treatment.SamplePlans.OWNER;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.SCORED;
import static isms.risk.treatment.SamplePlans.STRANGER;
import static isms.risk.treatment.SamplePlans.TYPE;
import static isms.risk.treatment.SamplePlans.WHOLE;
import static isms.risk.treatment.SamplePlans.action;
import static isms.risk.treatment.SamplePlans.aim;
import static isms.risk.treatment.SamplePlans.aimingAt;
import static isms.risk.treatment.SamplePlans.approval;
import static isms.risk.treatment.SamplePlans.approved;
import static isms.risk.treatment.SamplePlans.content;
import static isms.risk.treatment.SamplePlans.drafted;
import static isms.risk.treatment.SamplePlans.modifying;
import static isms.risk.treatment.SamplePlans.ownedBy;
import static isms.risk.treatment.SamplePlans.retired;
import static isms.risk.treatment.SamplePlans.submitted;
import static isms.risk.treatment.SamplePlans.titled;
import static isms.risk.treatment.SamplePlans.treated;
import static isms.risk.treatment.SamplePlans.withoutCriteria;
import static isms.risk.treatment.TreatmentRule.AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED;
import static isms.risk.treatment.TreatmentRule.AN_ACTION_KEEPS_ITS_ID;
import static isms.risk.treatment.TreatmentRule.AN_APPROVED_PLAN_IS_NOT_REWRITTEN;
import static isms.risk.treatment.TreatmentRule.AN_OPTION_NAMES_WHAT_IT_RESTS_ON;
import static isms.risk.treatment.TreatmentRule.A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.treatment.TreatmentRule.A_PLAN_HAS_A_TITLE;
import static isms.risk.treatment.TreatmentRule.A_PLAN_IS_DRAFTED_ONCE;
import static isms.risk.treatment.TreatmentRule.A_PLAN_TREATS_A_REGISTERED_RISK;
import static isms.risk.treatment.TreatmentRule.A_RETURN_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.A_SUBMITTED_PLAN_WAITS_FOR_THE_RISK_OWNER;
import static isms.risk.treatment.TreatmentRule.A_WITHDRAWAL_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.NO_AUTHOR_APPROVES_THEIR_OWN_PLAN;
import static isms.risk.treatment.TreatmentRule.ONLY_A_DRAFTED_PLAN_CAN_BE_WORKED_ON;
import static isms.risk.treatment.TreatmentRule.ONLY_A_DRAFT_IS_SUBMITTED;
import static isms.risk.treatment.TreatmentRule.ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_APPROVES_A_PLAN;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN;
import static isms.risk.treatment.TreatmentRule.THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Actor;
import isms.platform.testing.Given;
import isms.risk.Roles;
import isms.risk.criteria.SampleCriteria;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanReturned;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanRevised;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-11, RSK-12: a treatment plan from draft to approval")
class TreatmentPlanTest {

    @Nested
    @DisplayName("RSK-12: drafting and revising")
    class Writing {

        @Test
        void a_draft_may_have_gaps_and_its_actions_get_their_ids() {
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(
                            RISK, treated(), modifying(action(null, "One"), action(null, "Two")), AUTHOR))
                    .then(new TreatmentPlanDrafted(RISK, modifying(action(1, "One"), action(2, "Two")), AUTHOR));
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(RISK, withoutCriteria(), titled("Begun"), AUTHOR))
                    .then(new TreatmentPlanDrafted(RISK, titled("Begun"), AUTHOR));
        }

        @Test
        @DisplayName("RSK-12: a plan is drafted once")
        void a_plan_is_drafted_once() {
            drafted()
                    .when(new DraftTreatmentPlan(RISK, treated(), WHOLE, AUTHOR))
                    .refusedBy(A_PLAN_IS_DRAFTED_ONCE);
            drafted()
                    .and(new TreatmentPlanWithdrawn(RISK, "No"))
                    .when(new DraftTreatmentPlan(RISK, treated(), WHOLE, AUTHOR))
                    .refusedBy(A_PLAN_IS_DRAFTED_ONCE);
        }

        @Test
        @DisplayName("RSK-11: a plan treats a risk in the register")
        void a_retired_risk_is_not_treated() {
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(RISK, retired(), WHOLE, AUTHOR))
                    .refusedBy(A_PLAN_TREATS_A_REGISTERED_RISK);
            drafted()
                    .when(new ReviseTreatmentPlan(old -> titled("Other"), retired(), AUTHOR))
                    .refusedBy(A_PLAN_TREATS_A_REGISTERED_RISK);
            drafted().when(new SubmitTreatmentPlan(retired())).refusedBy(A_PLAN_TREATS_A_REGISTERED_RISK);
            submitted().when(new ApproveTreatmentPlan(retired(), OWNER)).refusedBy(A_PLAN_TREATS_A_REGISTERED_RISK);
        }

        @Test
        @DisplayName("RSK-12: a plan has a title")
        void a_plan_has_a_title() {
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(RISK, treated(), titled(" "), AUTHOR))
                    .refusedBy(A_PLAN_HAS_A_TITLE, "/title");
            drafted()
                    .when(new ReviseTreatmentPlan(old -> titled("x".repeat(201)), treated(), AUTHOR))
                    .refusedBy(A_PLAN_HAS_A_TITLE, "/title");
        }

        @Test
        void whoever_revises_a_draft_becomes_one_of_its_authors() {
            drafted()
                    .when(new ReviseTreatmentPlan(old -> titled("Other"), treated(), EDITOR))
                    .then(new TreatmentPlanRevised(titled("Other"), EDITOR));
            drafted()
                    .when(new ReviseTreatmentPlan(old -> old, treated(), EDITOR))
                    .thenNothing();
            assertThat(drafted()
                            .and(new TreatmentPlanRevised(WHOLE, EDITOR))
                            .state()
                            .open()
                            .authors())
                    .containsExactlyInAnyOrder(AUTHOR, EDITOR);
        }

        @Test
        @DisplayName("RSK-12: an id is never given again, and nobody makes one up")
        void an_action_keeps_its_id() {
            drafted()
                    .when(new ReviseTreatmentPlan(old -> modifying(action(1, "Stays")), treated(), EDITOR))
                    .then(new TreatmentPlanRevised(modifying(action(1, "Stays")), EDITOR))
                    .when(new ReviseTreatmentPlan(
                            old -> modifying(action(null, "New"), action(1, "Stays")), treated(), EDITOR))
                    .then(new TreatmentPlanRevised(modifying(action(3, "New"), action(1, "Stays")), EDITOR));
            drafted()
                    .when(new ReviseTreatmentPlan(
                            old -> modifying(action(1, "One"), action(1, "Twice"), action(9, "Made up")),
                            treated(),
                            EDITOR))
                    .refusedBy(AN_ACTION_KEEPS_ITS_ID, "/actions/1/id", "/actions/2/id");
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(RISK, treated(), modifying(action(1, "Made up")), AUTHOR))
                    .refusedBy(AN_ACTION_KEEPS_ITS_ID, "/actions/0/id");
        }

        @Test
        @DisplayName("RSK-12: what is submitted or approved is not rewritten")
        void only_a_draft_is_revised() {
            var revision = new ReviseTreatmentPlan(old -> titled("Other"), treated(), EDITOR);
            submitted().when(revision).refusedBy(A_SUBMITTED_PLAN_WAITS_FOR_THE_RISK_OWNER);
            approved().when(revision).refusedBy(AN_APPROVED_PLAN_IS_NOT_REWRITTEN);
        }
    }

    @Nested
    @DisplayName("RSK-11: an option names what it rests on")
    class Options {

        @Test
        void an_option_is_chosen() {
            refused(content(null, List.of(), null, null, null, AIM, action(1, "Do it")), "/option");
        }

        @Test
        void to_modify_names_necessary_controls() {
            refused(content(TreatmentOption.MODIFY, List.of(), null, null, null, AIM, action(1, "Do it")), "/controls");
            refused(
                    content(
                            TreatmentOption.MODIFY,
                            List.of(LOGIN, new NecessaryControl("A 8 5", null), LOGIN),
                            null,
                            null,
                            null,
                            AIM,
                            action(1, "Do it")),
                    "/controls/1/reference",
                    "/controls/2/reference");
        }

        @Test
        void to_share_names_the_other_party_to_avoid_what_stops_to_retain_why() {
            refused(
                    content(TreatmentOption.SHARE, List.of(), null, null, null, AIM, action(1, "Do it")),
                    "/otherParty");
            refused(content(TreatmentOption.AVOID, List.of(), null, null, null, AIM, action(1, "Do it")), "/stops");
            refused(content(TreatmentOption.RETAIN, List.of(), null, null, null, AIM), "/justification");
        }

        @Test
        void what_belongs_to_another_option_is_pointed_at() {
            refused(
                    content(TreatmentOption.AVOID, List.of(), "Insurer", "It", "Cheap", AIM, action(1, "Do it")),
                    "/otherParty",
                    "/justification");
            refused(
                    content(TreatmentOption.SHARE, List.of(), "x".repeat(4001), null, null, AIM, action(1, "Do it")),
                    "/otherParty");
        }

        @Test
        void each_option_with_what_it_rests_on_is_submitted() {
            Stream.of(
                            WHOLE,
                            content(
                                    TreatmentOption.SHARE,
                                    List.of(),
                                    "Insurer",
                                    null,
                                    null,
                                    AIM,
                                    action(1, "Insure it")),
                            content(
                                    TreatmentOption.AVOID,
                                    List.of(),
                                    null,
                                    "Remote access",
                                    null,
                                    AIM,
                                    action(1, "End")),
                            content(TreatmentOption.RETAIN, List.of(), null, null, "It costs less", AIM))
                    .forEach(plan -> drafted(plan)
                            .when(new SubmitTreatmentPlan(treated()))
                            .then(new TreatmentPlanSubmitted(aim())));
        }

        private static void refused(PlanContent plan, String... pointers) {
            drafted(plan)
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(AN_OPTION_NAMES_WHAT_IT_RESTS_ON, pointers);
        }
    }

    @Nested
    @DisplayName("RSK-12: submitting")
    class Submitting {

        @Test
        @DisplayName("RSK-12: an action says what, who, until when, with what, and by what one sees that it is done")
        void an_action_can_be_carried_out_and_judged() {
            drafted(modifying())
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED, "/actions");
            drafted(modifying(
                            action(1, "Sound", "REMOTE-3"),
                            new TreatmentAction(2, "x".repeat(201), null, null, null, null, List.of("A.5.1"))))
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(
                            AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED,
                            "/actions/1/title",
                            "/actions/1/owner",
                            "/actions/1/targetDate",
                            "/actions/1/successCriterion",
                            "/actions/1/resources",
                            "/actions/1/controls/0");
        }

        @Test
        @DisplayName("RSK-12: a level off the scale, a missing dimension and a missing level are refused by name")
        void the_level_aimed_at_is_rated_like_any_other() {
            drafted(aimingAt(null))
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER, "/residual");
            drafted(aimingAt(SampleCriteria.rating(SCORED, 9, 3)))
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(
                            THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER,
                            "/residual/likelihood/value",
                            "/residual/impact/fines");
        }

        @Test
        @DisplayName("RSK-12: a level that is named in a draft is checked there and then")
        void a_level_in_a_draft_is_checked() {
            var off = aimingAt(SampleCriteria.rating(SCORED, 2, 3, 7));
            var fresh = new PlanContent(
                    off.title(), off.option(), off.controls(), null, null, null, List.of(), off.residual());
            Given.nothing(TYPE)
                    .when(new DraftTreatmentPlan(RISK, treated(), fresh, AUTHOR))
                    .refusedBy(THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER, "/residual/impact/fines/value");
            drafted()
                    .when(new ReviseTreatmentPlan(old -> off, treated(), EDITOR))
                    .refusedBy(THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER, "/residual/impact/fines/value");
        }

        @Test
        @DisplayName("RSK-4: no level is aimed at before the criteria are approved")
        void without_criteria_there_is_no_level_to_aim_at() {
            var refusal =
                    drafted().when(new SubmitTreatmentPlan(withoutCriteria())).refused();

            assertThat(refusal.rule().id()).isEqualTo("RSK-4");
            assertThat(refusal).hasMessageContaining("has not chosen a methodology");
        }

        @Test
        @DisplayName("RSK-12: only a draft is submitted")
        void only_a_draft_is_submitted() {
            submitted().when(new SubmitTreatmentPlan(treated())).refusedBy(ONLY_A_DRAFT_IS_SUBMITTED);
            approved().when(new SubmitTreatmentPlan(treated())).refusedBy(ONLY_A_DRAFT_IS_SUBMITTED);
        }
    }

    @Nested
    @DisplayName("RSK-12: the risk owner decides")
    class Deciding {

        @Test
        void the_risk_owner_approves_what_others_wrote() {
            submitted().when(new ApproveTreatmentPlan(treated(), OWNER)).then(approval());
        }

        @Test
        @DisplayName("RSK-12: nobody but the risk owner approves, whatever their roles")
        void only_the_risk_owner_approves() {
            var everything = new Actor(MANAGER.subject(), Set.of(Roles.ISMS_MANAGER, Roles.RISK_OWNER));
            submitted()
                    .when(new ApproveTreatmentPlan(treated(), everything))
                    .refusedBy(ONLY_THE_RISK_OWNER_APPROVES_A_PLAN);
            submitted()
                    .when(new ApproveTreatmentPlan(ownedBy(STRANGER), OWNER))
                    .refusedBy(ONLY_THE_RISK_OWNER_APPROVES_A_PLAN);
        }

        @Test
        @DisplayName("RSK-12, ALL-3: no author approves their own plan, even as the risk owner")
        void no_author_approves_their_own_plan() {
            var author = new Actor(AUTHOR, Set.of(Roles.RISK_OWNER));
            submitted()
                    .when(new ApproveTreatmentPlan(ownedBy(author), author))
                    .refusedBy(NO_AUTHOR_APPROVES_THEIR_OWN_PLAN);
            drafted()
                    .and(new TreatmentPlanRevised(WHOLE, OWNER.subject()), new TreatmentPlanSubmitted(aim()))
                    .when(new ApproveTreatmentPlan(treated(), OWNER))
                    .refusedBy(NO_AUTHOR_APPROVES_THEIR_OWN_PLAN);
        }

        @Test
        @DisplayName("RSK-12: only what is submitted is decided on")
        void only_a_submitted_plan_is_decided_on() {
            drafted().when(new ApproveTreatmentPlan(treated(), OWNER)).refusedBy(ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON);
            approved().when(new ApproveTreatmentPlan(treated(), OWNER)).refusedBy(ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON);
            drafted()
                    .when(new ReturnTreatmentPlan("Why", treated(), OWNER))
                    .refusedBy(ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON);
        }

        @Test
        @DisplayName("RSK-12: a return says why, and the plan is a draft again")
        void a_return_says_why() {
            submitted().when(new ReturnTreatmentPlan(" ", treated(), OWNER)).refusedBy(A_RETURN_SAYS_WHY, "/reason");
            submitted()
                    .when(new ReturnTreatmentPlan("Too late", treated(), OWNER))
                    .then(new TreatmentPlanReturned("Too late"))
                    .when(new SubmitTreatmentPlan(treated(3, SCORED)))
                    .then(facts -> assertThat(((TreatmentPlanSubmitted) facts.getFirst())
                                    .aim()
                                    .applied()
                                    .version())
                            .isEqualTo(3));
        }

        @Test
        @DisplayName("RSK-12: the risk owner or the ISMS manager turns a plan down")
        void only_who_answers_for_the_risk_turns_a_plan_down() {
            submitted()
                    .when(new ReturnTreatmentPlan("Mine is better", treated(), STRANGER))
                    .refusedBy(ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN);
            approved()
                    .when(new WithdrawTreatmentPlan("Mine is better", treated(), STRANGER))
                    .refusedBy(ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN);
            approved()
                    .when(new WithdrawTreatmentPlan("The risk is gone", retired(), OWNER))
                    .refusedBy(ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN);
            approved()
                    .when(new WithdrawTreatmentPlan("The risk is gone", retired(), MANAGER))
                    .then(new TreatmentPlanWithdrawn(RISK, "The risk is gone"));
        }

        @Test
        @DisplayName("RSK-12: a withdrawal says why and is final")
        void a_withdrawal_says_why_and_is_final() {
            drafted().when(new WithdrawTreatmentPlan("", treated(), OWNER)).refusedBy(A_WITHDRAWAL_SAYS_WHY, "/reason");
            drafted()
                    .when(new WithdrawTreatmentPlan("Too dear", treated(), OWNER))
                    .then(new TreatmentPlanWithdrawn(RISK, "Too dear"))
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS);
            approved()
                    .and(new TreatmentPlanCompleted(RISK))
                    .when(new WithdrawTreatmentPlan("Too dear", treated(), OWNER))
                    .refusedBy(A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS);
        }

        @Test
        @DisplayName("RSK-12: nothing is done to what is not drafted")
        void nothing_is_done_to_what_is_not_drafted() {
            Given.nothing(TYPE)
                    .when(new SubmitTreatmentPlan(treated()))
                    .refusedBy(ONLY_A_DRAFTED_PLAN_CAN_BE_WORKED_ON);
        }

        @Test
        void an_approval_keeps_its_authors_in_order() {
            assertThat(new TreatmentPlanApproved(
                                    RISK, "", TreatmentOption.AVOID, List.of(), aim(), Set.of(EDITOR, AUTHOR))
                            .authors())
                    .containsExactly(AUTHOR, EDITOR);
        }
    }
}
