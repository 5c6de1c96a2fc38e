package isms.risk.risk;

import isms.platform.decider.Command;
import java.time.Instant;
import java.util.UUID;

/**
 * Why a risk is to be assessed again (RSK-10): a fact of another service.
 *
 * @param source identity of that fact; one fact flags a risk once, however often and in whatever order it arrives
 * @param cause what kind of fact it is
 * @param what what has happened, in words
 * @param about identity of the control, nonconformity or change that it is about
 * @param at when that is said to have happened
 */
public record ReassessmentFlag(UUID source, FlagCause cause, String what, UUID about, Instant at) {

    /** What raises it on a risk. */
    public Command<Risk, RiskEvent> raised() {
        return new FlagForReassessment(this);
    }
}
