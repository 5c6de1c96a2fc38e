package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a treatment pays: what it avoids against what it costs (RSK-16, 6.1.3). */
@Schema(name = "SecurityInvestment")
record Investment(
        Money yearlyCost,

        @Schema(description = "Expected annual loss before less the one after")
        Money avoidedLoss,

        @Schema(description = "How far `avoidedLoss` may be off because only so many years were simulated (one sigma)")
        Money standardError,

        @Schema(
                description =
                        "Return on security investment: (avoided loss - cost) / cost. 0 earns its cost back, 1 twice its cost",
                examples = "1.8")
        BigDecimal rosi,

        @Schema(description = "How far `rosi` may be off because only so many years were simulated (one sigma)")
        BigDecimal rosiStandardError,

        Interval interval) {

    /** Draws of what is not known of the frequencies; enough that the ends of an interval are within a percent of it. */
    static final int DRAWS = 10_000;

    private static final BigDecimal CONFIDENCE = new BigDecimal("0.9");

    @Schema(
            name = "ReturnInterval",
            description =
                    "Where the return lies with this probability, given how uncertain the frequencies before and after are")
    record Interval(BigDecimal confidence, BigDecimal from, BigDecimal to) {}

    /**
     * @param avoided difference of the simulated years
     * @param savings expected annual loss avoided, for {@link #DRAWS} draws of the frequencies; not changed
     */
    static Investment of(double yearlyCost, Moments avoided, double[] savings, Unit unit) {
        double[] sorted = savings.clone();
        Arrays.sort(sorted);
        int beyond = sorted.length / 20;
        return new Investment(
                unit.of(yearlyCost),
                unit.of(avoided.mean()),
                unit.of(avoided.standardError()),
                ratio((avoided.mean() - yearlyCost) / yearlyCost),
                ratio(avoided.standardError() / yearlyCost),
                new Interval(
                        CONFIDENCE,
                        ratio((sorted[beyond] - yearlyCost) / yearlyCost),
                        ratio((sorted[sorted.length - 1 - beyond] - yearlyCost) / yearlyCost)));
    }

    private static BigDecimal ratio(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
