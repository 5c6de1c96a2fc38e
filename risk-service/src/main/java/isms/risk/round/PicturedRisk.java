package isms.risk.round;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.risk.standing.RiskStanding;
import isms.risk.standing.RiskStanding.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a risk stood when its round was closed.
 *
 * @param methodology by which methodology it was assessed last; null when it never was
 * @param inherent where it was rated, likewise the others
 */
public record PicturedRisk(
        UUID risk,
        String key,
        Outcome outcome,
        @Nullable UUID methodology,
        @Nullable Integer version,
        @Nullable Level inherent,
        @Nullable Level current,
        @Nullable Level residual) {

    /** What became of a risk in a round. */
    public enum Outcome {
        ASSESSED("assessed"),
        LEFT_OUT("left-out"),
        RETIRED("retired");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    static PicturedRisk of(RiskStanding standing) {
        return new PicturedRisk(
                standing.risk(),
                standing.key(),
                standing.retired() ? Outcome.RETIRED : standing.reassessed() ? Outcome.ASSESSED : Outcome.LEFT_OUT,
                standing.methodology(),
                standing.version(),
                standing.inherent(),
                standing.current(),
                standing.residual());
    }
}
