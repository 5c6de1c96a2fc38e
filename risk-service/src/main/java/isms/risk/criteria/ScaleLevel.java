package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One level of a scale.
 *
 * @param value its place on an ordinal scale, or its score; positive, ascending along the scale
 * @param name what people call it
 * @param meaning by what an assessor recognizes it, so that two assessors come to the same result (6.1.2 b)
 * @param from quantitative only: the frequency per year, or the loss in the methodology's currency, from which the level
 *     applies; it places money and frequencies on the heat map
 */
@Schema(name = "ScaleLevel")
public record ScaleLevel(
        @Schema(examples = "4", minimum = "1") int value,
        @Schema(examples = "likely") String name,

        @Schema(examples = "Expected about once a year; has happened here in the last three years")
        String meaning,

        @Schema(description = "Quantitative only: frequency per year or loss from which the level applies") @Nullable
        BigDecimal from) {

    public ScaleLevel {
        name = requireNonNullElse(name, "");
        meaning = requireNonNullElse(meaning, "");
    }

    public ScaleLevel(int value, String name, String meaning) {
        this(value, name, meaning, null);
    }
}
