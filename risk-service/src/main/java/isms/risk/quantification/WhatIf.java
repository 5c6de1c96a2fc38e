package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_COUNTS_IN_ONE_CURRENCY;
import static java.util.Objects.requireNonNullElse;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
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

    static final int USUAL_YEARS = 100_000;
    static final int MOST_RISKS = 500;

    static final List<BigDecimal> USUAL_LEVELS =
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
        Bounds bounds = new Bounds(Faults::ofBody, "confidenceLevels");
        bounds.require(exposures, simulated, chosen);
        bounds.requireYearsBeyond(confidenceLevels, simulated);
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
}
