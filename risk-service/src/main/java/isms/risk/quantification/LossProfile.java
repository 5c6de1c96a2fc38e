package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What simulated years tell of the loss of a year (RSK-16). */
@Schema(name = "LossProfile")
record LossProfile(
        @Schema(description = "Mean over all simulated years")
        Money expectedAnnualLoss,

        @Schema(description = "How far the mean may be off because only so many years were simulated (one sigma)")
        Money standardError,

        @Schema(description = "How much the loss varies from year to year")
        Money standardDeviation,

        @Schema(description = "Share of years with any loss", examples = "0.39")
        double chanceOfLoss,

        List<PercentileOfLoss> percentiles,
        List<AtRisk> atRisk,

        @Schema(description = "The loss exceedance curve, by ascending loss; empty when no year had a loss")
        List<Exceedance> exceedance) {

    private static final int[] PERCENTILES = {5, 10, 25, 50, 75, 90, 95, 99};

    /** Points of the curve, and how many of them are for its usual years; the others are for the rare ones. */
    private static final int POINTS = 45;

    private static final int EVEN = 20;

    /** Fewer years tell nothing of a probability. */
    private static final int FEWEST = 5;

    @Schema(name = "PercentileOfLoss")
    record PercentileOfLoss(
            int percentile,

            @Schema(description = "What this share of years, in percent, does not exceed")
            Money loss) {}

    @Schema(name = "LossAtRisk")
    record AtRisk(
            @Schema(examples = "0.95") BigDecimal confidence,

            @Schema(description = "What a year's loss does not exceed with this probability")
            Money valueAtRisk,

            @Schema(description = "Mean of the years beyond it: the worst share of 1 - confidence")
            Money tailValueAtRisk) {}

    @Schema(name = "LossExceedance")
    record Exceedance(
            Money loss,

            @Schema(description = "Share of years that lose this much or more", examples = "0.05")
            double probability) {}

    /**
     * Sums up simulated years.
     *
     * @param losses of each year; sorted in place
     * @param levels confidence levels, above 0 and below 1
     */
    static LossProfile of(double[] losses, List<BigDecimal> levels, Unit unit) {
        int withoutLoss = sort(losses);
        int years = losses.length;
        Moments moments = Moments.of(losses);
        List<PercentileOfLoss> percentiles = new ArrayList<>();
        for (int percentile : PERCENTILES) {
            percentiles.add(new PercentileOfLoss(
                    percentile, unit.of(losses[rank(BigDecimal.valueOf(percentile, 2), years) - 1])));
        }
        List<AtRisk> atRisk = new ArrayList<>();
        for (BigDecimal level : levels) {
            atRisk.add(new AtRisk(level, unit.of(losses[rank(level, years) - 1]), unit.of(tailMean(losses, level))));
        }
        return new LossProfile(
                unit.of(moments.mean()),
                unit.of(moments.standardError()),
                unit.of(moments.standardDeviation()),
                (double) (years - withoutLoss) / years,
                List.copyOf(percentiles),
                List.copyOf(atRisk),
                curve(losses, withoutLoss, unit));
    }

    /** Years without a loss go first without being compared: of a rare event they are most. */
    private static int sort(double[] losses) {
        int first = losses.length;
        for (int i = losses.length - 1; i >= 0; i--) {
            if (losses[i] > 0) {
                losses[--first] = losses[i];
            }
        }
        Arrays.fill(losses, 0, first, 0);
        Arrays.sort(losses, first, losses.length);
        return first;
    }

    /** How many years from the best on it takes to have this share of all; at least one. */
    private static int rank(BigDecimal share, int years) {
        return Math.max(
                1,
                share.multiply(BigDecimal.valueOf(years))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact());
    }

    /** Mean of the worst share; a year on the border counts by its part (C. Acerbi, D. Tasche 2002). */
    private static double tailMean(double[] sorted, BigDecimal level) {
        int years = sorted.length;
        int rank = rank(level, years);
        double sum = 0;
        for (int i = rank; i < years; i++) {
            sum += sorted[i];
        }
        double size = BigDecimal.ONE
                .subtract(level)
                .multiply(BigDecimal.valueOf(years))
                .doubleValue();
        return (sum + (size - (years - rank)) * sorted[rank - 1]) / size;
    }

    private static List<Exceedance> curve(double[] sorted, int withoutLoss, Unit unit) {
        int years = sorted.length;
        int losing = years - withoutLoss;
        List<Exceedance> curve = new ArrayList<>();
        int last = years;
        for (int point = 0; point < POINTS && losing > 0; point++) {
            int index = firstOfSame(sorted, years - reaching(point, losing));
            if (index != last) {
                curve.add(new Exceedance(unit.of(sorted[index]), (double) (years - index) / years));
                last = index;
            }
        }
        return List.copyOf(curve);
    }

    /** In how many of the years with a loss a point is reached: falling evenly to a tenth, then by a constant factor. */
    private static int reaching(int point, int losing) {
        double rarest = Math.min(FEWEST, losing);
        double tenth = Math.max(losing / 10.0, rarest);
        double share = (double) point / EVEN;
        double reaching = share <= 1
                ? losing + share * (tenth - losing)
                : tenth * Math.pow(rarest / tenth, (double) (point - EVEN) / (POINTS - 1 - EVEN));
        return (int) Math.round(reaching);
    }

    private static int firstOfSame(double[] sorted, int index) {
        int first = index;
        while (first > 0 && sorted[first - 1] == sorted[index]) {
            first--;
        }
        return first;
    }
}
