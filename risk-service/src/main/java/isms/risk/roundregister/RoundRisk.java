package isms.risk.roundregister;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.risk.round.AssessmentRoundEntry;
import isms.risk.round.PicturedRisk;
import isms.risk.standing.RiskStanding;
import isms.risk.standing.RiskStanding.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A risk of a round and how it stands: as the register has it while the round is open, as its picture has it afterwards. */
@Schema(name = "AssessmentRoundRisk")
public record RoundRisk(
        UUID id,

        @Schema(examples = "RISK-42") String key,
        @Nullable String title,
        State state,

        @Schema(description = "Why it was left out") @Nullable
        String leftOutBecause,

        @Schema(description = "When it was assessed last; of an open round only") @Nullable
        Instant assessedAt,

        @Nullable Level inherent,
        @Nullable Level current,
        @Nullable Level residual) {

    /** How far a risk is in a round. */
    @Schema(name = "AssessmentRoundRiskState")
    public enum State {
        OUTSTANDING("outstanding"),
        ASSESSED("assessed"),
        LEFT_OUT("left-out"),
        RETIRED("retired");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    static RoundRisk of(RiskStanding standing) {
        return new RoundRisk(
                standing.risk(),
                standing.key(),
                standing.title(),
                standing.retired() ? State.RETIRED : standing.reassessed() ? State.ASSESSED : State.OUTSTANDING,
                null,
                standing.assessedAt(),
                standing.inherent(),
                standing.current(),
                standing.residual());
    }

    /**
     * The risks of a closed round.
     *
     * @param titles by identity
     */
    static List<RoundRisk> of(AssessmentRoundEntry closed, Map<UUID, String> titles) {
        Map<UUID, String> reasons = new HashMap<>();
        closed.leftOut.forEach(group -> group.risks().forEach(risk -> reasons.put(risk, group.reason())));
        return closed.pictured.stream()
                .map(risk -> new RoundRisk(
                        risk.risk(),
                        risk.key(),
                        titles.get(risk.risk()),
                        state(risk),
                        reasons.get(risk.risk()),
                        null,
                        risk.inherent(),
                        risk.current(),
                        risk.residual()))
                .toList();
    }

    private static State state(PicturedRisk risk) {
        return switch (risk.outcome()) {
            case ASSESSED -> State.ASSESSED;
            case LEFT_OUT -> State.LEFT_OUT;
            case RETIRED -> State.RETIRED;
        };
    }

    static Map<UUID, String> titles(Collection<RiskStanding> standings) {
        return standings.stream().collect(toMap(RiskStanding::risk, RiskStanding::title));
    }
}
