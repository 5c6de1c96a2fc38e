package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.A_RETURN_RESTS_ON_RECORDED_ESTIMATES;
import static isms.risk.quantification.QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN;
import static java.util.Objects.requireNonNullElse;

import isms.risk.quantification.PlanReturn.Amounts;
import isms.risk.quantification.PlanReturn.Expected;
import isms.risk.quantification.PlanReturn.Payback;
import isms.risk.quantification.PlanReturn.Ratios;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the return of a plan is to be told.
 *
 * @param futures how many are drawn; null for the usual number
 * @param seed 0 to 2^53 - 1; null for a drawn one
 */
public record ReturnQuestion(
        @Nullable Integer futures, @Nullable Long seed) {

    private static final int USUAL_FUTURES = 50_000;
    private static final int FEWEST_FUTURES = 1_000;
    private static final int MOST_FUTURES = 200_000;
    private static final double MOST_EVENTS = 50_000_000;

    /** A plan and its risk with their estimates, as recorded; null where there is none. */
    public record Recorded(
            TreatmentPlanEntry plan,
            RiskRegisterEntry risk,
            @Nullable QuantificationEntry ofRisk,
            @Nullable PlanQuantificationEntry ofPlan,
            @Nullable Instant asOf) {}

    private record Models(LossModel before, LossModel after, PlanCost cost, Unit unit, boolean treatedByPlan) {}

    /** The simulation asked for, refused when estimates are missing or it cannot be run. */
    public Function<ForkJoinPool, PlanReturn> over(Recorded recorded, long drawnSeed) {
        Models models = models(recorded);
        int count = requireNonNullElse(futures, USUAL_FUTURES);
        long chosen = requireNonNullElse(seed, drawnSeed);
        requireBounded(models, count, chosen);
        return pool -> told(
                Futures.draw(models.before(), models.after(), models.cost(), count, chosen, recorded.plan().id, pool),
                models,
                recorded,
                chosen);
    }

    private static Models models(Recorded recorded) {
        QuantificationEntry ofRisk = recorded.ofRisk();
        PlanQuantificationEntry ofPlan = recorded.ofPlan();
        if (ofRisk == null) {
            throw missing("The risk " + recorded.risk().key + " has no estimate.");
        }
        if (ofPlan == null) {
            throw missing("The costs of the plan " + recorded.plan().key + " are not estimated.");
        }
        if (!ofRisk.currency.equals(ofPlan.currency)) {
            throw missing("The risk is estimated in " + ofRisk.currency + ", the plan in " + ofPlan.currency
                    + ": estimate the older one anew.");
        }
        Estimates treated = ofPlan.treated == null ? ofRisk.treated : ofPlan.treated;
        if (treated == null) {
            throw missing("Neither the estimate of " + recorded.risk().key + " nor that of " + recorded.plan().key
                    + " says what the treatment changes.");
        }
        Faults faults = Faults.ofBody();
        return new Models(
                ofRisk.current.model(faults).orElseThrow(),
                treated.treating(ofRisk.current, faults).orElseThrow(),
                ofPlan.cost(),
                Unit.of(ofRisk.currency).orElseThrow(),
                ofPlan.treated != null);
    }

    private static RuntimeException missing(String what) {
        return A_RETURN_RESTS_ON_RECORDED_ESTIMATES.violated(what);
    }

    private static void requireBounded(Models models, int count, long seed) {
        Faults faults = Faults.ofQuery();
        double events = (double) count
                * models.cost().years()
                * Math.max(
                        models.before().frequency().mean(),
                        models.after().frequency().mean());
        if (count < FEWEST_FUTURES || count > MOST_FUTURES) {
            faults.add("futures", count + " is not between " + FEWEST_FUTURES + " and " + MOST_FUTURES);
        } else if (events > MOST_EVENTS) {
            faults.add(
                    "futures",
                    "about %.0f events would happen, at most %.0f can be drawn; draw %.0f futures"
                            .formatted(events, MOST_EVENTS, Math.floor(MOST_EVENTS / events * count)));
        }
        if (seed < 0 || seed > WhatIf.LARGEST_SEED) {
            faults.add("seed", seed + " is not between 0 and " + WhatIf.LARGEST_SEED);
        }
        faults.refuseBy(A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN);
    }

    private static PlanReturn told(Futures futures, Models models, Recorded recorded, long seed) {
        int count = futures.avoided().length;
        double[] net = new double[count];
        double[] rosi = new double[count];
        int paid = 0;
        for (int i = 0; i < count; i++) {
            net[i] = futures.avoided()[i] - futures.cost()[i];
            rosi[i] = net[i] / futures.cost()[i];
            paid += net[i] >= 0 ? 1 : 0;
        }
        Unit unit = models.unit();
        return new PlanReturn(
                seed,
                count,
                inputs(recorded, models),
                expected(models),
                amounts(futures.avoided(), unit),
                amounts(futures.cost(), unit),
                amounts(net, unit),
                ratios(rosi),
                ratio((double) paid / count),
                payback(futures.payback()));
    }

    private static PlanReturn.Inputs inputs(Recorded recorded, Models models) {
        QuantificationEntry ofRisk = recorded.ofRisk();
        PlanQuantificationEntry ofPlan = recorded.ofPlan();
        Instant latest = Stream.of(recorded.plan(), recorded.risk(), ofRisk, ofPlan)
                .flatMap(row -> Stream.ofNullable(row))
                .map(row -> row.validFrom)
                .max(Instant::compareTo)
                .orElseThrow();
        return new PlanReturn.Inputs(
                recorded.plan().id,
                recorded.plan().key,
                recorded.plan().title,
                recorded.risk().id,
                recorded.risk().key,
                recorded.risk().title,
                requireNonNullElse(recorded.asOf(), latest),
                ofRisk == null ? 0 : ofRisk.version,
                ofPlan == null ? 0 : ofPlan.version,
                models.treatedByPlan() ? "plan" : "risk",
                models.cost().years(),
                BigDecimal.valueOf(models.cost().discountRate()));
    }

    private static Expected expected(Models models) {
        PlanCost cost = models.cost();
        Unit unit = models.unit();
        double worth = Arrays.stream(cost.worth()).sum();
        double each = models.before().mean() - models.after().mean();
        double avoided = each * worth;
        double spent = cost.once().mean() + cost.yearly().mean() * worth;
        double left = each - cost.yearly().mean();
        return new Expected(
                unit.of(models.before().mean()),
                unit.of(models.after().mean()),
                unit.of(avoided),
                unit.of(spent),
                unit.of(avoided - spent),
                ratio((avoided - spent) / spent),
                left <= 0 ? null : ratio(cost.once().mean() / left).setScale(1, RoundingMode.HALF_UP));
    }

    private static Amounts amounts(double[] values, Unit unit) {
        Moments moments = Moments.of(values);
        double[] sorted = sorted(values);
        return new Amounts(
                unit.of(moments.mean()),
                unit.of(moments.standardError()),
                unit.of(quantile(sorted, 5)),
                unit.of(quantile(sorted, 25)),
                unit.of(quantile(sorted, 50)),
                unit.of(quantile(sorted, 75)),
                unit.of(quantile(sorted, 95)));
    }

    private static Ratios ratios(double[] values) {
        Moments moments = Moments.of(values);
        double[] sorted = sorted(values);
        return new Ratios(
                ratio(moments.mean()),
                ratio(moments.standardError()),
                ratio(quantile(sorted, 5)),
                ratio(quantile(sorted, 25)),
                ratio(quantile(sorted, 50)),
                ratio(quantile(sorted, 75)),
                ratio(quantile(sorted, 95)));
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The least value that so many percent do not exceed. */
    private static double quantile(double[] sorted, int percent) {
        return sorted[Math.max(1, Math.ceilDiv(sorted.length * percent, 100)) - 1];
    }

    private static Payback payback(int[] years) {
        int[] sorted = years.clone();
        Arrays.sort(sorted);
        int never = (int) Arrays.stream(sorted).filter(year -> year == 0).count();
        int half = Math.ceilDiv(sorted.length, 2);
        List<Integer> median = sorted.length - never >= half ? List.of(sorted[never + half - 1]) : List.of();
        return new Payback(
                ratio((double) (sorted.length - never) / sorted.length), median.isEmpty() ? null : median.getFirst());
    }

    private static BigDecimal ratio(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
