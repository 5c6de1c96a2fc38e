package isms.control.control;

import static isms.control.control.ControlRule.AN_IMPORT_TAKES_NO_REPORT_BACK;
import static isms.control.control.ControlRule.A_RETIRED_CONTROL_REMAINS_AS_IT_IS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.control.control.ControlEvent.ControlDefined;
import isms.control.control.ControlEvent.ControlImplemented;
import isms.control.control.ControlEvent.ControlPutIntoOperation;
import isms.control.control.ControlEvent.ImplementationStarted;
import isms.control.control.ControlEvent.TestDefined;
import isms.control.control.ControlPlan.Conditions;
import isms.control.control.ControlPlan.Effect;
import isms.control.control.ControlPlan.Part;
import isms.platform.decider.Refusal;
import isms.platform.imports.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-4, CTL-6, ALL-9: what a control that another register tells leads to")
class ControlPlanTest {

    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Conditions CONDITIONS = new Conditions(
            SampleControls.MANAGER, SampleControls.TODAY, SampleControls.KNOWN, "Imported from file, row 2");

    private static ImportedControl told(
            @Nullable Implementation reached, Map<Implementation, LocalDate> days, @Nullable Instant definedAt) {
        return new ImportedControl(
                _ -> SampleControls.WORDS,
                SampleControls.OWNER.subject(),
                List.of(SampleControls.BACKUP),
                LocalDate.parse("2027-06-30"),
                SampleControls.TEST,
                reached,
                days,
                "",
                definedAt);
    }

    private static List<ControlEvent> facts(Together<Effect, Part> step, Control state) {
        return ControlPlan.command(step, state, _ -> new Control.None(), UUID::toString)
                .decide(state);
    }

    @Test
    @DisplayName(
            "one that is new is recorded at once where nobody says when; a step without a day is of the next one's")
    void at_once() {
        ControlPlan plan = ControlPlan.of(
                told(Implementation.OPERATING, Map.of(Implementation.IMPLEMENTED, MAY), null),
                new Control.None(),
                CONDITIONS);

        assertThat(plan.completes()).isTrue();
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().effects()).containsExactlyInAnyOrder(Effect.CREATED, Effect.REPORTED);
        List<ControlEvent> facts = facts(plan.steps().getFirst(), new Control.None());
        assertThat(facts)
                .hasExactlyElementsOfTypes(
                        ControlDefined.class,
                        TestDefined.class,
                        ImplementationStarted.class,
                        ControlImplemented.class,
                        ControlPutIntoOperation.class);
        assertThat(((ImplementationStarted) facts.get(2)).on()).isEqualTo(MAY);
        assertThat(((ControlPutIntoOperation) facts.get(4)).on()).isEqualTo(SampleControls.TODAY);
    }

    @Test
    @DisplayName("ALL-2: a history is told step by step, each stated for its day")
    void history() {
        var days = Map.of(Implementation.IN_PROGRESS, MAY, Implementation.IMPLEMENTED, JUNE);

        assertThat(ControlPlan.of(told(Implementation.OPERATING, days, APRIL), new Control.None(), CONDITIONS)
                        .steps())
                .extracting(Together::statedAt)
                .containsExactly(
                        APRIL, Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"), null);
    }

    @Test
    @DisplayName("one that is here as told leads to nothing")
    void the_same() {
        Control here = SampleControls.planned()
                .and(new TestDefined(SampleControls.TEST))
                .state();

        ControlPlan plan = ControlPlan.of(told(null, Map.of(), null), here, CONDITIONS);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.differences()).isEmpty();
    }

    @Test
    @DisplayName("CTL-6: what was reported here is not taken back")
    void no_report_is_taken_back() {
        Control here = SampleControls.inPlace().state();

        ControlPlan plan = ControlPlan.of(told(Implementation.PLANNED, Map.of(), null), here, CONDITIONS);

        assertThat(plan.completes()).isFalse();
        assertThat(plan.differences()).containsExactly("status");
        assertThatThrownBy(() -> facts(plan.steps().getLast(), here))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(AN_IMPORT_TAKES_NO_REPORT_BACK));
    }

    @Test
    @DisplayName("CTL-6: one that was given up here stays so")
    void given_up() {
        assertThatThrownBy(() -> ControlPlan.of(
                        told(Implementation.OPERATING, Map.of(), null), new Control.Retired(), CONDITIONS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(A_RETIRED_CONTROL_REMAINS_AS_IT_IS));
        assertThat(ControlPlan.of(told(Implementation.RETIRED, Map.of(), null), new Control.Retired(), CONDITIONS)
                        .steps())
                .isEmpty();
    }
}
