package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.A_PORTFOLIO_HAS_SOMETHING_TO_SIMULATE;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN;
import static java.util.Objects.requireNonNullElse;

import isms.risk.quantification.MonteCarlo.Apportioned;
import isms.risk.quantification.MonteCarlo.Shares;
import isms.risk.quantification.PortfolioSimulation.ContextShare;
import isms.risk.quantification.PortfolioSimulation.Contribution;
import isms.risk.quantification.PortfolioSimulation.RiskShare;
import isms.risk.quantification.PortfolioSimulation.TailContribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the recorded risks are to be simulated; null for what is usual.
 *
 * @param seed 0 to 2^53 - 1; null for a drawn one
 */
public record PortfolioQuestion(
        @Nullable Integer years,
        @Nullable Long seed,
        @Nullable List<BigDecimal> confidenceLevels) {

    /** A risk of the register with its estimate, as recorded. */
    public record RecordedRisk(
            String key,
            String title,
            UUID contextId,
            String contextKey,
            String contextTitle,
            QuantificationEntry estimate) {}

    /** The simulation asked for, refused when there is nothing to simulate or it cannot be run. */
    public Function<ForkJoinPool, PortfolioSimulation> over(
            List<RecordedRisk> risks, PortfolioSimulation.Inputs inputs, long drawnSeed) {
        if (risks.isEmpty()) {
            throw A_PORTFOLIO_HAS_SOMETHING_TO_SIMULATE.violated();
        }
        if (risks.size() > WhatIf.MOST_RISKS) {
            Faults faults = Faults.ofQuery();
            faults.add(
                    "risk",
                    risks.size() + " risks are estimated, at most " + WhatIf.MOST_RISKS
                            + " are simulated together; ask by context or for some of them");
            faults.refuseBy(A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN);
        }
        List<Exposure> exposures = risks.stream()
                .map(risk -> risk.estimate().exposure(risk.key(), risk.title()))
                .toList();
        List<BigDecimal> levels = requireNonNullElse(confidenceLevels, WhatIf.USUAL_LEVELS);
        int simulated = requireNonNullElse(years, WhatIf.USUAL_YEARS);
        long chosen = requireNonNullElse(seed, drawnSeed);
        Bounds bounds = new Bounds(Faults::ofQuery, "confidence");
        bounds.require(exposures, simulated, chosen);
        bounds.requireYearsBeyond(levels, simulated);
        Unit unit = Unit.of(inputs.currency()).orElseThrow();
        MonteCarlo simulation = new MonteCarlo(exposures, simulated, chosen, levels, unit);
        return pool -> told(simulation, simulation.runApportioned(pool), risks, inputs);
    }

    private static PortfolioSimulation told(
            MonteCarlo asked, Apportioned apportioned, List<RecordedRisk> risks, PortfolioSimulation.Inputs inputs) {
        Whole before = new Whole(asked, apportioned.before());
        @Nullable Whole after = apportioned.after().isEmpty() ? null : new Whole(asked, apportioned.after());
        List<RiskShare> shares = new ArrayList<>();
        Map<UUID, List<Integer>> contexts = new LinkedHashMap<>();
        for (int i = 0; i < risks.size(); i++) {
            RecordedRisk risk = risks.get(i);
            contexts.computeIfAbsent(risk.contextId(), id -> new ArrayList<>()).add(i);
            shares.add(new RiskShare(
                    risk.estimate().id,
                    risk.key(),
                    risk.title(),
                    risk.contextKey(),
                    risk.estimate().version,
                    risk.estimate().estimatedAt,
                    risk.estimate().methodologyId,
                    risk.estimate().methodologyVersion,
                    apportioned.simulation().risks().get(i).outlook(),
                    before.contribution(List.of(i)),
                    after == null ? null : after.contribution(List.of(i))));
        }
        return new PortfolioSimulation(
                asked.seed(),
                asked.years(),
                inputs,
                apportioned.simulation().portfolio(),
                List.copyOf(shares),
                contexts.values().stream()
                        .map(members -> {
                            RecordedRisk first = risks.get(members.getFirst());
                            return new ContextShare(
                                    first.contextId(),
                                    first.contextKey(),
                                    first.contextTitle(),
                                    members.size(),
                                    before.contribution(members),
                                    after == null ? null : after.contribution(members));
                        })
                        .toList());
    }

    /** What all risks contribute, and some of them together. */
    private record Whole(MonteCarlo asked, List<Shares> shares) {

        Contribution contribution(List<Integer> members) {
            double expected =
                    members.stream().mapToDouble(i -> shares.get(i).expected()).sum();
            List<TailContribution> tails = new ArrayList<>();
            for (int level = 0; level < asked.levels().size(); level++) {
                double tail = tail(members.stream().map(shares::get).toList(), level);
                tails.add(new TailContribution(
                        asked.levels().get(level), asked.unit().of(tail), share(tail, tail(shares, level))));
            }
            return new Contribution(
                    asked.unit().of(expected),
                    share(
                            expected,
                            shares.stream().mapToDouble(Shares::expected).sum()),
                    List.copyOf(tails));
        }

        private static double tail(List<Shares> some, int level) {
            return some.stream().mapToDouble(each -> each.tails().get(level)).sum();
        }

        private static BigDecimal share(double part, double whole) {
            return BigDecimal.valueOf(whole > 0 ? part / whole : 0).setScale(4, RoundingMode.HALF_UP);
        }
    }
}
