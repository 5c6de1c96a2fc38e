package isms.risk.risk;

import static java.util.Objects.requireNonNull;

import isms.platform.deadline.Day;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import java.time.Instant;
import java.util.List;

/** Record that the last day of an acceptance has passed, once (ALL-7). */
record ExpireAcceptance(Instant at) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        return state instanceof Registered risk
                        && risk.acceptance() != null
                        && risk.acceptance().hasPassed(Day.of(at))
                ? List.of(new AcceptanceExpired(requireNonNull(risk.acceptance().until())))
                : List.of();
    }
}
