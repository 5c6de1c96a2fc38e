package isms.risk.quantification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expert estimated, in numbers: one value, or three points, or two percentiles.
 *
 * @param name of the one value in the body, and of the value of a percentile
 */
record Estimate(
        String name,
        @Nullable BigDecimal value,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal mostLikely,
        @Nullable BigDecimal maximum,
        @Nullable Confidence confidence,
        @Nullable Point lower,
        @Nullable Point upper) {

    /** Far more than any organization can lose, or any event can happen; and still exact as a double. */
    static final BigDecimal HIGHEST = new BigDecimal("1e12");

    /** What is recorded is written in full. */
    private static final int MOST_DECIMALS = 12;

    /** A logarithm spread wider than this spans so much that it says nothing. */
    private static final double WIDEST = 3;

    record Point(@Nullable BigDecimal percentile, @Nullable BigDecimal value) {}

    /** The distribution meant; none, and faults, where the estimate does not make sense. */
    Optional<Distribution> distribution(Faults faults) {
        List<String> ways = ways();
        if (ways.size() != 1) {
            faults.add(
                    "",
                    "give either %s, or minimum, mostLikely and maximum, or lower and upper%s"
                            .formatted(name, ways.isEmpty() ? "" : ", not " + String.join(" and ", ways) + " at once"));
            return Optional.empty();
        }
        if (confidence != null && !ways.contains("three points")) {
            faults.add("confidence", "belongs to minimum, mostLikely and maximum; leave it out here");
            return Optional.empty();
        }
        return switch (ways.getFirst()) {
            case "three points" -> threePoints(faults);
            case "percentiles" -> percentiles(faults);
            default -> isAmount(value, name, faults) ? Optional.of(new Fixed(number(value))) : Optional.empty();
        };
    }

    /** An estimate that makes sense, as people say it. */
    static String inWords(
            @Nullable BigDecimal value,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal mostLikely,
            @Nullable BigDecimal maximum,
            @Nullable Confidence confidence,
            @Nullable Point lower,
            @Nullable Point upper,
            Function<BigDecimal, String> number) {
        if (value != null) {
            return number.apply(value);
        }
        if (minimum != null && mostLikely != null && maximum != null) {
            return "%s to %s, most likely %s (%s confidence)"
                    .formatted(
                            number.apply(minimum),
                            number.apply(maximum),
                            number.apply(mostLikely),
                            (confidence == null ? Confidence.MEDIUM : confidence).word());
        }
        return percentile(lower, number) + " to " + percentile(upper, number);
    }

    private static String percentile(@Nullable Point point, Function<BigDecimal, String> number) {
        return point == null || point.percentile() == null || point.value() == null
                ? "?"
                : "%s (%s %%)"
                        .formatted(
                                number.apply(point.value()), point.percentile().toPlainString());
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        if (value != null) {
            ways.add(name);
        }
        if (Stream.of(minimum, mostLikely, maximum).anyMatch(point -> point != null)) {
            ways.add("three points");
        }
        if (lower != null || upper != null) {
            ways.add("percentiles");
        }
        return ways;
    }

    private Optional<Distribution> threePoints(Faults faults) {
        boolean amounts = isAmount(minimum, "minimum", faults)
                & isAmount(mostLikely, "mostLikely", faults)
                & isAmount(maximum, "maximum", faults);
        if (!amounts || !ascends(faults)) {
            return Optional.empty();
        }
        Confidence held = confidence == null ? Confidence.MEDIUM : confidence;
        return Optional.of(Pert.of(number(minimum), number(mostLikely), number(maximum), held.weight()));
    }

    private boolean ascends(Faults faults) {
        if (number(minimum) > number(mostLikely)) {
            faults.add("minimum", minimum + " is above the most likely value " + mostLikely);
            return false;
        }
        if (number(mostLikely) > number(maximum)) {
            faults.add("maximum", maximum + " is below the most likely value " + mostLikely);
            return false;
        }
        return true;
    }

    private Optional<Distribution> percentiles(Faults faults) {
        if (!(isPoint(lower, "lower", faults) & isPoint(upper, "upper", faults)) || lower == null || upper == null) {
            return Optional.empty();
        }
        double from = number(lower.percentile()) / 100;
        double to = number(upper.percentile()) / 100;
        if (from >= to) {
            faults.in("upper").add("percentile", "must be above that of lower, " + lower.percentile());
            return Optional.empty();
        }
        if (number(lower.value()) >= number(upper.value())) {
            faults.in("upper").add(name, "must be above that of lower, " + lower.value());
            return Optional.empty();
        }
        LogNormal through = LogNormal.through(from, number(lower.value()), to, number(upper.value()));
        if (through.sigma() > WIDEST) {
            double factor = number(upper.value()) / number(lower.value());
            faults.add(
                    "",
                    "upper is %.0f times lower, which says next to nothing; at most %.0f times can be simulated"
                            .formatted(factor, Math.pow(factor, WIDEST / through.sigma())));
            return Optional.empty();
        }
        return Optional.of(through);
    }

    private boolean isPoint(@Nullable Point point, String part, Faults faults) {
        if (point == null) {
            faults.add(part, "is missing");
            return false;
        }
        BigDecimal percentile = point.percentile();
        // as a double, since 99.99...9 may be none
        boolean known = number(percentile) > 0 && number(percentile) / 100 < 1;
        if (!known) {
            faults.in(part)
                    .add(
                            "percentile",
                            percentile == null
                                    ? "is missing"
                                    : percentile + " is no percentile: it must be above 0 and below 100");
        }
        boolean amount = isAmount(point.value(), name, faults.in(part));
        if (amount && number(point.value()) == 0) {
            faults.in(part).add(name, "must be above 0");
            return false;
        }
        return known && amount;
    }

    private static boolean isAmount(@Nullable BigDecimal amount, String part, Faults faults) {
        if (amount == null) {
            faults.add(part, "is missing");
            return false;
        }
        if (amount.signum() < 0) {
            faults.add(part, amount + " is negative; it must be 0 or more");
            return false;
        }
        if (amount.compareTo(HIGHEST) > 0) {
            faults.add(part, "must be at most " + HIGHEST.toPlainString());
            return false;
        }
        if (Math.abs(amount.scale()) > MOST_DECIMALS) {
            faults.add(
                    part,
                    amount + " is written with more than " + MOST_DECIMALS + " decimals or as such a power of ten");
            return false;
        }
        return true;
    }

    private static double number(@Nullable BigDecimal known) {
        return known == null ? Double.NaN : known.doubleValue();
    }
}
