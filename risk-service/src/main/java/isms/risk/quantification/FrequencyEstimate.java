package isms.risk.quantification;

import isms.risk.quantification.Estimate.Point;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a year an event is expected. */
@Schema(
        name = "FrequencyEstimate",
        description =
                "Events a year, 0.1 being once in ten years: either `perYear`; or `minimum`, `mostLikely` and `maximum`; or"
                        + " two percentiles, between which a lognormal distribution is laid. At most 1000 on average",
        examples = "{\"minimum\": 0.1, \"mostLikely\": 0.5, \"maximum\": 2}")
record FrequencyEstimate(
        @Schema(description = "When it is known", examples = "0.5") @Nullable
        BigDecimal perYear,

        @Nullable BigDecimal minimum,
        @Nullable BigDecimal mostLikely,
        @Nullable BigDecimal maximum,

        @Schema(description = "In the most likely value; `medium` when left out") @Nullable
        Confidence confidence,

        @Nullable FrequencyPercentile lower,
        @Nullable FrequencyPercentile upper) {

    private static final int MOST = 1_000;

    @Schema(name = "FrequencyPercentile")
    record FrequencyPercentile(
            @Schema(description = "In percent, between 0 and 100", examples = "5") @Nullable
            BigDecimal percentile,

            @Schema(description = "So often or less, with that probability", examples = "0.1") @Nullable
            BigDecimal perYear) {}

    Optional<Distribution> distribution(Faults faults) {
        Optional<Distribution> meant = new Estimate(
                        "perYear", perYear, minimum, mostLikely, maximum, confidence, point(lower), point(upper))
                .distribution(faults);
        if (meant.isPresent() && meant.get().mean() > MOST) {
            faults.add("", "is above %d a year on average; estimate the loss of a greater event".formatted(MOST));
            return Optional.empty();
        }
        return meant;
    }

    /** As people say it. */
    String inWords() {
        return Estimate.inWords(
                        perYear,
                        minimum,
                        mostLikely,
                        maximum,
                        confidence,
                        point(lower),
                        point(upper),
                        number -> number.toPlainString())
                + " events a year";
    }

    private static @Nullable Point point(@Nullable FrequencyPercentile percentile) {
        return percentile == null ? null : new Point(percentile.percentile(), percentile.perYear());
    }
}
