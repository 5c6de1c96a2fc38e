package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.DOER;
import static isms.risk.treatment.SamplePlans.MANAGER;
import static isms.risk.treatment.SamplePlans.OWNER;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Actor;
import isms.platform.testing.Life;
import isms.risk.Envelopes;
import isms.risk.treatment.TreatmentEvent.ActionOverdue;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import isms.risk.treatment.TreatmentPlan.Open;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("RSK-11, RSK-12, ALL-1: whatever is attempted with a treatment plan")
class TreatmentLifeTest {

    private static final PlanContent PLAN = SamplePlans.modifying(
            SamplePlans.action(null, "Introduce a second factor", "A.8.5"), SamplePlans.action(null, "Close old ways"));

    @Property
    void any_accepted_sequence_folds_and_a_replay_ends_where_life_is(@ForAll("attempts") List<TreatmentCommand> tried) {
        lived(tried).replayEqualsLive();
    }

    @Property
    void nothing_happens_to_a_plan_at_its_end(@ForAll("attempts") List<TreatmentCommand> tried) {
        var facts = lived(tried).facts();

        assertThat(facts.stream()
                        .takeWhile(fact ->
                                !(fact instanceof TreatmentPlanWithdrawn || fact instanceof TreatmentPlanCompleted))
                        .count())
                .isGreaterThanOrEqualTo(facts.size() - 1L);
    }

    @Property
    void no_plan_is_approved_by_one_of_its_authors(@ForAll("attempts") List<TreatmentCommand> tried) {
        assertThat(lived(tried).facts())
                .filteredOn(TreatmentPlanApproved.class::isInstance)
                .allSatisfy(fact ->
                        assertThat(((TreatmentPlanApproved) fact).authors()).doesNotContain(OWNER.subject()));
    }

    @Property
    void the_register_shows_the_state(@ForAll("attempts") List<TreatmentCommand> tried) {
        var life = lived(tried);
        if (life.state() instanceof Open plan) {
            TreatmentPlanEntry entry = Envelopes.represented(TYPE, life.facts());
            assertThat(entry.riskId).isEqualTo(plan.risk());
            assertThat(entry.title).isEqualTo(plan.content().title());
            assertThat(entry.actions)
                    .extracting(ActionEntry::targetDate)
                    .containsExactlyElementsOf(plan.content().actions().stream()
                            .map(TreatmentAction::targetDate)
                            .toList());
            assertThat(entry.actions)
                    .filteredOn(action -> !action.isOutstanding())
                    .hasSameSizeAs(plan.progress().done());
            assertThat(entry.overdueActions).isEqualTo(plan.progress().overdue().size());
            assertThat(entry.authors).hasSameSizeAs(plan.authors());
        }
    }

    @Property
    @Label("ALL-7: no day of an action passes twice")
    void no_day_of_an_action_passes_twice(@ForAll("attempts") List<TreatmentCommand> tried) {
        var noted = new HashSet<Integer>();
        for (TreatmentEvent fact : lived(tried).facts()) {
            if (fact instanceof ActionOverdue overdue) {
                assertThat(noted.add(overdue.action())).as("%s", fact).isTrue();
            } else if (fact instanceof ActionTargetDateMoved moved) {
                noted.remove(moved.action());
            }
        }
    }

    private static Life<TreatmentPlan, TreatmentEvent> lived(List<TreatmentCommand> tried) {
        var life = Life.of(TYPE);
        life.attempt(new DraftTreatmentPlan(RISK, SamplePlans.treated(), PLAN, MANAGER.subject()));
        tried.forEach(life::attempt);
        return life;
    }

    @Provide
    Arbitrary<List<TreatmentCommand>> attempts() {
        var treated = SamplePlans.treated();
        Arbitrary<Actor> people = Arbitraries.of(OWNER, MANAGER, DOER);
        Arbitrary<Integer> actions = Arbitraries.of(1, 2, 3);
        Arbitrary<TreatmentCommand> revisions = people.map(author -> new ReviseTreatmentPlan(
                old -> SamplePlans.modifying(SamplePlans.action(null, "Another")), treated, author.subject()));
        Arbitrary<TreatmentCommand> submissions = Arbitraries.of(new SubmitTreatmentPlan(treated));
        Arbitrary<TreatmentCommand> approvals = people.map(by -> new ApproveTreatmentPlan(treated, by));
        Arbitrary<TreatmentCommand> returns = people.map(by -> new ReturnTreatmentPlan("No", treated, by));
        Arbitrary<TreatmentCommand> reports =
                Combinators.combine(actions, people).as((action, by) -> new ReportProgress(action, 50, "", by));
        Arbitrary<TreatmentCommand> delays = Combinators.combine(actions, people)
                .as((action, by) -> new MoveTargetDate(action, SamplePlans.MAY, "Late", by));
        Arbitrary<TreatmentCommand> proofs = Combinators.combine(actions, people)
                .as((action, by) -> new ShowActionDone(action, "Seen", by.subject()));
        Arbitrary<TreatmentCommand> withdrawals = people.map(by -> new WithdrawTreatmentPlan("No", treated, by));
        Arbitrary<TreatmentCommand> passings =
                Arbitraries.of(-1, 1, 40, 70).map(days -> new RecordOverdueActions(SamplePlans.MARCH.plusDays(days)));
        Arbitrary<TreatmentCommand> reassignments = Combinators.combine(actions, people, people)
                .as((action, to, by) -> new ReassignAction(action, to.subject(), "Moved", treated, by));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, passings),
                        Tuple.of(1, reassignments),
                        Tuple.of(1, revisions),
                        Tuple.of(4, submissions),
                        Tuple.of(4, approvals),
                        Tuple.of(1, returns),
                        Tuple.of(3, reports),
                        Tuple.of(2, delays),
                        Tuple.of(3, proofs),
                        Tuple.of(1, withdrawals))
                .list()
                .ofMaxSize(25);
    }
}
