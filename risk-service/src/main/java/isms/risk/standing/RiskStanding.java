package isms.risk.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a risk stands in the register.
 *
 * @param retired whether it needs no attention any more
 * @param reassessed whether it was assessed since the round in question was opened
 * @param assessedAt when it was assessed last; null when it never was
 * @param methodology by which methodology that was
 * @param version by which version of it
 * @param inherent where it was rated, likewise the others
 */
public record RiskStanding(
        UUID risk,
        String key,
        String title,
        boolean retired,
        boolean reassessed,
        @Nullable Instant assessedAt,
        @Nullable UUID methodology,
        @Nullable Integer version,
        @Nullable Level inherent,
        @Nullable Level current,
        @Nullable Level residual) {

    /**
     * A level of risk.
     *
     * @param band key of the band
     * @param rank rank of the band, 1 the lowest
     * @param level the score; comparable within one version of a methodology only
     * @param above whether the acceptance criteria reject it
     */
    @Schema(name = "StandingLevel")
    public record Level(
            @Schema(description = "Key of the band", examples = "high")
            String band,

            @Schema(description = "Rank of the band, 1 the lowest", examples = "3")
            int rank,

            @Schema(description = "The score; comparable within one version of a methodology only", examples = "16")
            BigDecimal level,

            @Schema(description = "Whether the acceptance criteria reject it")
            boolean above) {}
}
