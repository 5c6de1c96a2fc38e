package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.A_CONFIDENCE_LEVEL_LEAVES_YEARS_BEYOND_IT;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much is simulated at once.
 *
 * @param request where faults are pointed at
 * @param levelsPart what the confidence levels are called there
 */
record Bounds(Supplier<Faults> request, String levelsPart) {

    private static final int FEWEST_YEARS = 1_000;
    private static final int MOST_YEARS = 500_000;
    private static final int MOST_LEVELS = 10;
    private static final long MOST_SIMULATED_YEARS = 20_000_000;
    private static final double MOST_EVENTS = 50_000_000;
    private static final int YEARS_BEYOND = 10;
    private static final int MOST_DECIMALS = 6;

    /** Refuses what is too small or too large. */
    void require(List<Exposure> exposures, int years, long seed) {
        Faults faults = request.get();
        long states = exposures.stream()
                .mapToLong(exposure -> exposure.after() == null ? 1 : 2)
                .sum();
        double events = years
                * exposures.stream()
                        .mapToDouble(exposure -> exposure.before().frequency().mean()
                                + (exposure.after() == null
                                        ? 0
                                        : exposure.after().frequency().mean()))
                        .sum();
        if (years < FEWEST_YEARS || years > MOST_YEARS) {
            faults.add("years", years + " is not between " + FEWEST_YEARS + " and " + MOST_YEARS);
        } else if (states * years > MOST_SIMULATED_YEARS) {
            faults.add(
                    "years",
                    "%d risks, counted twice when treated, can be simulated for %d years at most"
                            .formatted(states, MOST_SIMULATED_YEARS / states));
        } else if (events > MOST_EVENTS) {
            faults.add(
                    "years",
                    "about %.0f events would happen in %d years, at most %.0f can be drawn; simulate %.0f years, or fewer risks"
                            .formatted(events, years, MOST_EVENTS, Math.floor(MOST_EVENTS / events * years)));
        }
        if (seed < 0 || seed > WhatIf.LARGEST_SEED) {
            faults.add("seed", seed + " is not between 0 and " + WhatIf.LARGEST_SEED);
        }
        faults.refuseBy(A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN);
    }

    /** Refuses confidence levels that the years tell nothing of. */
    void requireYearsBeyond(List<BigDecimal> levels, int years) {
        Faults faults = request.get();
        if (levels.size() > MOST_LEVELS) {
            faults.add(levelsPart, "are " + levels.size() + "; at most " + MOST_LEVELS);
        }
        for (int i = 0; i < levels.size(); i++) {
            Faults here = faults.in(levelsPart);
            BigDecimal level = levels.get(i);
            if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0 || level.scale() > MOST_DECIMALS) {
                here.add(
                        Integer.toString(i),
                        "%s is not between 0 and 1 with at most %d decimals; 95 %% is 0.95"
                                .formatted(level, MOST_DECIMALS));
            } else if (beyond(level, years) < YEARS_BEYOND) {
                here.add(
                        Integer.toString(i),
                        "%s needs %s years, for %d of them to lie beyond it"
                                .formatted(
                                        level,
                                        BigDecimal.valueOf(YEARS_BEYOND)
                                                .divide(BigDecimal.ONE.subtract(level), 0, RoundingMode.CEILING)
                                                .toPlainString(),
                                        YEARS_BEYOND));
            }
        }
        faults.refuseBy(A_CONFIDENCE_LEVEL_LEAVES_YEARS_BEYOND_IT);
    }

    private static double beyond(BigDecimal level, int years) {
        return BigDecimal.ONE
                .subtract(level)
                .multiply(BigDecimal.valueOf(years))
                .doubleValue();
    }
}
