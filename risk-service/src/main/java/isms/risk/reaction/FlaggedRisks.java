package isms.risk.reaction;

import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction.Intention;
import isms.risk.risk.FlagCause;
import isms.risk.risk.ReassessmentFlag;
import isms.risk.risk.RiskType;
import isms.risk.standing.Standings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The risks that a fact concerns, each to be flagged by it. */
@Singleton
class FlaggedRisks {

    private final Standings standings;
    private final RiskType risks;

    FlaggedRisks(Standings standings, RiskType risks) {
        this.standings = standings;
        this.risks = risks;
    }

    /** What a fact concerns: whatever any of this names. */
    record Concern(
            boolean all,
            Collection<UUID> contexts,
            Collection<UUID> risks,
            Collection<String> assets,
            Collection<String> controls) {}

    /**
     * @param about identity of the control, nonconformity or change
     * @param at when it happened
     */
    List<Intention<?, ?, ?>> by(
            CloudEventMessage fact, FlagCause cause, String what, UUID about, Instant at, Concern concern) {
        // A risk that was registered before the fact arrived is not to be overlooked.
        standings.caughtUp();
        var flag = new ReassessmentFlag(fact.id(), cause, what, about, at);
        return standings
                .concerned(
                        fact.tenant(),
                        concern.all(),
                        concern.contexts(),
                        concern.risks(),
                        concern.assets(),
                        concern.controls())
                .stream()
                .<Intention<?, ?, ?>>map(risk -> new Intention<>(risks, risk, flag.raised(), what))
                .toList();
    }
}
