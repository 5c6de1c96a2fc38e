package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.CHECKER;
import static isms.risk.treatment.SamplePlans.DOER;
import static isms.risk.treatment.SamplePlans.MARCH;
import static isms.risk.treatment.SamplePlans.MAY;
import static isms.risk.treatment.SamplePlans.OWNER;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.TYPE;
import static isms.risk.treatment.SamplePlans.approved;
import static isms.risk.treatment.SamplePlans.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.deadline.Day;
import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.history.PlainWords;
import isms.risk.treatment.TreatmentEvent.ActionOverdue;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionReassigned;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ALL-7, RSK-12: an action that is not done by its day is noted as overdue")
class OverdueActionsTest {

    private static final RecordOverdueActions ON_THE_DAY = new RecordOverdueActions(MARCH);
    private static final RecordOverdueActions THE_DAY_AFTER = new RecordOverdueActions(MARCH.plusDays(1));
    private static final RecordOverdueActions AFTER_MAY = new RecordOverdueActions(MAY.plusDays(1));
    private static final ActionOverdue FIRST =
            new ActionOverdue(RISK, 1, "Introduce a second factor", DOER.subject(), MARCH);
    private static final ActionOverdue SECOND = new ActionOverdue(RISK, 2, "Close old ways in", DOER.subject(), MARCH);

    @Test
    @DisplayName("ALL-7: a day passes when the next one begins, in UTC, and is noted once")
    void a_day_that_passes_is_noted_once() {
        assertThat(Day.of(Instant.parse("2027-03-31T23:59:59.999999Z"))).isEqualTo(MARCH);
        assertThat(Day.of(Instant.parse("2027-04-01T00:00:00Z"))).isEqualTo(MARCH.plusDays(1));
        approved()
                .when(ON_THE_DAY)
                .thenNothing()
                .when(THE_DAY_AFTER)
                .then(FIRST, SECOND)
                .when(THE_DAY_AFTER)
                .thenNothing()
                .when(AFTER_MAY)
                .thenNothing();
    }

    @Test
    @DisplayName("ALL-7: it is noted again only when the date was moved and has passed again")
    void a_moved_date_can_pass_again() {
        approved()
                .and(FIRST, SECOND, new ActionTargetDateMoved(1, MARCH, MAY, "Tokens are late"))
                .when(THE_DAY_AFTER)
                .thenNothing()
                .when(AFTER_MAY)
                .then(new ActionOverdue(RISK, 1, "Introduce a second factor", DOER.subject(), MAY))
                .when(AFTER_MAY)
                .thenNothing();
    }

    @Test
    @DisplayName("ALL-7: progress is no completion, and what is shown done is not overdue")
    void only_what_is_shown_done_is_done() {
        approved()
                .and(new ActionProgressReported(1, 100, "Finished"), new ActionShownDone(2, "Saw it"))
                .when(THE_DAY_AFTER)
                .then(FIRST);
    }

    @Test
    @DisplayName("ALL-7: nothing is due before the approval, nor after the end")
    void nothing_is_due_before_the_approval_nor_after_the_end() {
        Given.nothing(TYPE).when(AFTER_MAY).thenNothing();
        submitted().when(AFTER_MAY).thenNothing();
        approved()
                .and(new TreatmentPlanWithdrawn(RISK, "Too dear"))
                .when(AFTER_MAY)
                .thenNothing();
    }

    @Test
    @DisplayName("ALL-7: who owns it now is who is late")
    void who_owns_it_now_is_late() {
        approved()
                .and(new ActionReassigned(1, CHECKER.subject(), DOER.subject(), "Knows it better"), SECOND)
                .when(THE_DAY_AFTER)
                .then(new ActionOverdue(RISK, 1, "Introduce a second factor", CHECKER.subject(), MARCH));
    }

    @Test
    @DisplayName("ALL-7: the plan shows what is overdue since when, and what is next to pass")
    void the_plan_shows_what_is_overdue() {
        assertThat(shown()).satisfies(plan -> {
            assertThat(plan.overdueActions).isZero();
            assertThat(plan.nextToPass).isEqualTo(MARCH);
        });
        assertThat(shown(FIRST, new ActionTargetDateMoved(2, MARCH, MAY, "Late")))
                .satisfies(plan -> {
                    assertThat(plan.overdueActions).isEqualTo(1);
                    assertThat(plan.actions.getFirst().overdueAt()).isNotNull();
                    assertThat(plan.actions.get(1).overdueAt()).isNull();
                    assertThat(plan.nextDue).isEqualTo(MARCH);
                    assertThat(plan.nextToPass).isEqualTo(MAY);
                });
        assertThat(shown(FIRST, new ActionProgressReported(1, 80, "Nearly"))
                        .actions
                        .getFirst()
                        .overdueAt())
                .as("progress does not make it timely")
                .isNotNull();
        for (var mended : List.of(
                shown(FIRST, new ActionTargetDateMoved(1, MARCH, MAY, "Late")),
                shown(FIRST, new ActionShownDone(1, "Tried it")),
                shown(FIRST, SECOND, new TreatmentPlanWithdrawn(RISK, "Too dear")))) {
            assertThat(mended.overdueActions).isZero();
        }
        assertThat(shown(FIRST, new TreatmentPlanWithdrawn(RISK, "Too dear")).nextToPass)
                .isNull();
    }

    @Test
    @DisplayName("ALL-2, ALL-6: the history says in plain words that the system recorded it")
    void the_history_says_that_the_system_recorded_it() {
        assertThat(PlainWords.of(FIRST))
                .isEqualTo(
                        "Action 1 overdue, recorded by the system: \"Introduce a second factor\" was to be done by u-doer"
                                + " until 2027-03-31, and it is not shown done");
    }

    private static TreatmentPlanEntry shown(TreatmentEvent... more) {
        return Envelopes.represented(
                TYPE,
                Stream.concat(
                                Stream.of(
                                        new TreatmentPlanDrafted(RISK, SamplePlans.WHOLE, OWNER.subject()),
                                        new TreatmentPlanSubmitted(SamplePlans.aim()),
                                        SamplePlans.approval()),
                                Stream.of(more))
                        .toList());
    }
}
