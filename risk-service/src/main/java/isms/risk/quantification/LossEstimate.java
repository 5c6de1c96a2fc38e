package isms.risk.quantification;

import isms.risk.criteria.Money;
import isms.risk.quantification.Estimate.Point;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one event costs, or one measure. */
@Schema(
        name = "LossEstimate",
        description =
                "Money that is not known exactly, of one event or one measure: either `amount`; or `minimum`, `mostLikely` and"
                        + " `maximum`; or two percentiles, between which a lognormal distribution is laid")
record LossEstimate(
        @Schema(description = "When it is known") @Nullable Money amount,

        @Nullable Money minimum,
        @Nullable Money mostLikely,
        @Nullable Money maximum,

        @Schema(description = "In the most likely value; `medium` when left out") @Nullable
        Confidence confidence,

        @Nullable LossPercentile lower,
        @Nullable LossPercentile upper) {

    @Schema(name = "LossPercentile")
    record LossPercentile(
            @Schema(description = "In percent, between 0 and 100", examples = "95") @Nullable
            BigDecimal percentile,

            @Schema(description = "So much or less, with that probability") @Nullable
            Money amount) {}

    Optional<Distribution> distribution(Faults faults) {
        return new Estimate(
                        "amount",
                        number(amount),
                        number(minimum),
                        number(mostLikely),
                        number(maximum),
                        confidence,
                        point(lower),
                        point(upper))
                .distribution(faults);
    }

    /** Every amount by where it stands. */
    Map<String, Money> amounts() {
        Map<String, Money> amounts = new LinkedHashMap<>();
        put(amounts, "amount", amount);
        put(amounts, "minimum", minimum);
        put(amounts, "mostLikely", mostLikely);
        put(amounts, "maximum", maximum);
        put(amounts, "lower/amount", lower == null ? null : lower.amount());
        put(amounts, "upper/amount", upper == null ? null : upper.amount());
        return amounts;
    }

    /** As people say it, without the currency. */
    String inWords() {
        return Estimate.inWords(
                number(amount),
                number(minimum),
                number(mostLikely),
                number(maximum),
                confidence,
                point(lower),
                point(upper),
                number -> String.format(Locale.ROOT, "%,.2f", number).replaceFirst("\\.00$", ""));
    }

    private static void put(Map<String, Money> amounts, String part, @Nullable Money money) {
        if (money != null) {
            amounts.put(part, money);
        }
    }

    private static @Nullable Point point(@Nullable LossPercentile percentile) {
        return percentile == null ? null : new Point(percentile.percentile(), number(percentile.amount()));
    }

    private static @Nullable BigDecimal number(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
