package isms.control.control;

import isms.platform.decider.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against the effectiveness of a control (CTL-7): an observation, or a fact of another service.
 *
 * @param source identity of that fact; one fact casts doubt once, however often and in whatever order it arrives
 * @param cause what kind of fact it is
 * @param what what has happened, in words
 * @param about identity of the nonconformity, incident or change that it is about; null where there is none
 * @param at when that is said to have happened
 */
public record ControlDoubt(
        UUID source,
        DoubtCause cause,
        String what,
        @Nullable UUID about,
        Instant at) {

    /** What raises it on a control. */
    public Command<Control, ControlEvent> raised() {
        return new DoubtControl(this);
    }
}
