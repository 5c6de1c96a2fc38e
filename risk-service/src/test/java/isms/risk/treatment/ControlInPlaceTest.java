package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.approved;
import static isms.risk.treatment.SamplePlans.submitted;

import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.NecessaryControlImplemented;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-12: a control that is put in place moves the plan that needs it")
class ControlInPlaceTest {

    private static final UUID CONTROL = UUID.fromString("01920000-0000-7000-8000-0000000000e1");
    private static final Instant AT = Instant.parse("2026-03-31T08:00:00Z");
    private static final ImplementedControl SECURE_LOGIN =
            new ImplementedControl(CONTROL, "CTRL-7", List.of("a.8.5"), AT);

    @Test
    @DisplayName(
            "RSK-12: the action that implements the control comes as far as its controls have, and is not shown done by it")
    void it_moves_the_action() {
        approved()
                .when(SECURE_LOGIN.noted())
                .then(
                        new NecessaryControlImplemented("A.8.5", CONTROL, "CTRL-7", AT),
                        new ActionProgressReported(
                                1, 100, "CTRL-7 is implemented: 1 of the 1 controls of this action are in place"));
    }

    @Test
    @DisplayName("RSK-12: heard again, or of a control that the plan does not need, nothing happens")
    void it_is_noted_once() {
        approved()
                .when(SECURE_LOGIN.noted())
                .then(
                        new NecessaryControlImplemented("A.8.5", CONTROL, "CTRL-7", AT),
                        new ActionProgressReported(
                                1, 100, "CTRL-7 is implemented: 1 of the 1 controls of this action are in place"))
                .when(SECURE_LOGIN.noted())
                .thenNothing();
        approved()
                .when(new ImplementedControl(CONTROL, "CTRL-7", List.of("A.5.1"), AT).noted())
                .thenNothing();
        submitted().when(SECURE_LOGIN.noted()).thenNothing();
    }

    @Test
    @DisplayName("RSK-12: what somebody reported beyond that is not taken back, nor is what is shown done")
    void it_takes_nothing_back() {
        approved()
                .and(new ActionProgressReported(1, 100, "Finished"))
                .when(SECURE_LOGIN.noted())
                .then(new NecessaryControlImplemented("A.8.5", CONTROL, "CTRL-7", AT));
        approved()
                .and(new ActionShownDone(1, "Saw it"))
                .when(SECURE_LOGIN.noted())
                .then(new NecessaryControlImplemented("A.8.5", CONTROL, "CTRL-7", AT));
    }
}
