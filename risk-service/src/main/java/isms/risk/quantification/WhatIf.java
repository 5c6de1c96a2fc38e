package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED;
import static isms.risk.quantification.QuantificationRule.A_CONFIDENCE_LEVEL_LEAVES_YEARS_BEYOND_IT;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_COUNTS_IN_ONE_CURRENCY;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN;
import static java.util.Objects.requireNonNullElse;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a simulation: risks in numbers, and how they are simulated. */
@Schema(name = "WhatIf", examples = Examples.WHAT_IF)
record WhatIf(
        @Schema(description = "At least one, at most 500") List<QuantifiedRisk> risks,

        @Schema(
                description =
                        "Simulated years, 1000 to 500000; 100000 when left out. Risks, counted twice when treated,"
                                + " times years may be 20 million",
                examples = "100000")
        @Nullable
        Integer years,

        @Schema(
                description = "0 to 2^53 - 1; drawn and answered when left out, so that the run can be repeated",
                examples = "20260101")
        @Nullable
        Long seed,

        @Schema(
                description = "For value at risk; 0.9, 0.95 and 0.99 when left out. At least ten years must lie beyond",
                examples = "[0.95, 0.99]")
        List<BigDecimal> confidenceLevels) {

    /** The largest number that every reader of JSON keeps exactly. */
    static final long LARGEST_SEED = (1L << 53) - 1;

    private static final int FEWEST_YEARS = 1_000;
    private static final int MOST_YEARS = 500_000;
    private static final int USUAL_YEARS = 100_000;
    private static final int MOST_RISKS = 500;
    private static final int MOST_LEVELS = 10;
    private static final long MOST_SIMULATED_YEARS = 20_000_000;
    private static final double MOST_EVENTS = 50_000_000;
    private static final int YEARS_BEYOND = 10;
    private static final int MOST_DECIMALS = 6;

    private static final List<BigDecimal> USUAL_LEVELS =
            List.of(new BigDecimal("0.9"), new BigDecimal("0.95"), new BigDecimal("0.99"));

    WhatIf {
        risks = List.copyOf(requireNonNullElse(risks, List.of()));
        confidenceLevels = List.copyOf(requireNonNullElse(confidenceLevels, USUAL_LEVELS));
    }

    /** The simulation asked for, refused when it cannot be run. */
    MonteCarlo simulation(long drawnSeed) {
        List<Exposure> exposures = exposures();
        Unit unit = unit();
        int simulated = requireNonNullElse(years, USUAL_YEARS);
        long chosen = requireNonNullElse(seed, drawnSeed);
        requireBounded(exposures, simulated, chosen);
        requireYearsBeyond(simulated);
        return new MonteCarlo(exposures, simulated, chosen, confidenceLevels, unit);
    }

    private List<Exposure> exposures() {
        Faults faults = Faults.ofBody();
        if (risks.isEmpty()) {
            faults.add("risks", "name at least one risk");
        }
        if (risks.size() > MOST_RISKS) {
            faults.add("risks", "are " + risks.size() + "; at most " + MOST_RISKS + " are simulated together");
        }
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < risks.size(); i++) {
            risks.get(i).exposure(faults.in("risks").in(Integer.toString(i))).ifPresent(exposures::add);
        }
        faults.refuseBy(AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED);
        return exposures;
    }

    private Unit unit() {
        Faults faults = Faults.ofBody();
        Optional<String> first = risks.stream()
                .flatMap(risk -> risk.amounts().values().stream())
                .map(Money::currency)
                .findFirst();
        Optional<Unit> unit = first.flatMap(Unit::of);
        for (int i = 0; i < risks.size(); i++) {
            Faults here = faults.in("risks").in(Integer.toString(i));
            risks.get(i).amounts().forEach((part, money) -> {
                if (unit.isEmpty()) {
                    here.add(part, "\"" + money.currency() + "\" is no currency; name it as EUR or USD");
                } else if (!first.get().equals(money.currency())) {
                    here.add(part, "is in " + money.currency() + ", the first amount in " + first.get());
                }
            });
        }
        faults.refuseBy(A_SIMULATION_COUNTS_IN_ONE_CURRENCY);
        return unit.orElseThrow();
    }

    private static void requireBounded(List<Exposure> exposures, int years, long seed) {
        Faults faults = Faults.ofBody();
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
        if (seed < 0 || seed > LARGEST_SEED) {
            faults.add("seed", seed + " is not between 0 and " + LARGEST_SEED);
        }
        faults.refuseBy(A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN);
    }

    private void requireYearsBeyond(int years) {
        Faults faults = Faults.ofBody();
        if (confidenceLevels.size() > MOST_LEVELS) {
            faults.add("confidenceLevels", "are " + confidenceLevels.size() + "; at most " + MOST_LEVELS);
        }
        for (int i = 0; i < confidenceLevels.size(); i++) {
            Faults here = faults.in("confidenceLevels");
            BigDecimal level = confidenceLevels.get(i);
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
