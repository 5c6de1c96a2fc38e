package isms.risk.quantification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * What may become of a treatment plan over its years, drawn often. Each future is one world, with the plan and without:
 *
 * <ul>
 *   <li>What is not known of frequencies and costs is drawn once for all its years: an expert who is wrong stays wrong. The
 *       frequencies before and after are drawn by the same quantile: who underestimates the one underestimates the other.
 *   <li>Events that both worlds have are drawn once, and each costs the same quantile of what an event costs with the plan
 *       and without. Events that the plan prevents are drawn with the rate by which it lowers the frequency. That is the
 *       thinning of a Poisson process, so that each world by itself is the one that is simulated for the risk.
 * </ul>
 *
 * @param avoided losses of all years that the plan avoids, as they are worth at the beginning
 * @param cost of all years, as it is worth at the beginning
 * @param payback the first year at whose end the plan has earned what it has cost until then; 0 when none has
 */
record Futures(double[] avoided, double[] cost, int[] payback) {

    private static final int BLOCK = 4_096;
    private static final double HIGHEST_RATE = 1_000_000;

    /** What is drawn in each future. */
    private record Drawn(
            DoubleUnaryOperator rateBefore,
            DoubleUnaryOperator rateAfter,
            DoubleUnaryOperator lossBefore,
            DoubleUnaryOperator lossAfter,
            boolean sameLoss,
            DoubleUnaryOperator once,
            DoubleUnaryOperator yearly,
            double[] worth) {}

    static Futures draw(
            LossModel before, LossModel after, PlanCost cost, int count, long seed, UUID plan, ForkJoinPool pool) {
        boolean sameLoss = before.loss().equals(after.loss());
        DoubleUnaryOperator lossBefore = before.loss().quantiles();
        Drawn drawn = new Drawn(
                before.frequency().quantiles(),
                after.frequency().quantiles(),
                lossBefore,
                sameLoss ? lossBefore : after.loss().quantiles(),
                sameLoss,
                cost.once().quantiles(),
                cost.yearly().quantiles(),
                cost.worth());
        Futures futures = new Futures(new double[count], new double[count], new int[count]);
        pool.submit(() -> ForkJoinTask.invokeAll(futures.blocks(drawn, before, after, OwnDice.of(seed, plan))))
                .join();
        return futures;
    }

    private List<ForkJoinTask<?>> blocks(
            Drawn drawn, LossModel before, LossModel after, JumpableUniformRandomProvider source) {
        List<ForkJoinTask<?>> blocks = new ArrayList<>();
        for (int from = 0; from < avoided.length; from += BLOCK) {
            int first = from;
            int end = Math.min(from + BLOCK, avoided.length);
            UniformRandomProvider dice = source.jump();
            blocks.add(ForkJoinTask.adapt(() -> {
                ContinuousSampler without = before.loss().sampler(dice);
                ContinuousSampler with = after.loss().sampler(dice);
                for (int future = first; future < end; future++) {
                    live(future, drawn, dice, without, with);
                }
            }));
        }
        return blocks;
    }

    private void live(
            int future, Drawn drawn, UniformRandomProvider dice, ContinuousSampler without, ContinuousSampler with) {
        double quantile = share(dice);
        double rateBefore = Math.min(drawn.rateBefore().applyAsDouble(quantile), HIGHEST_RATE);
        double rateAfter = Math.min(drawn.rateAfter().applyAsDouble(quantile), HIGHEST_RATE);
        double once = drawn.once().applyAsDouble(share(dice));
        double yearly = drawn.yearly().applyAsDouble(share(dice));
        Events shared = drawn.sameLoss() ? () -> 0 : Events.at(Math.min(rateBefore, rateAfter), dice);
        Events other = Events.at(Math.abs(rateBefore - rateAfter), dice);
        ContinuousSampler each = rateBefore >= rateAfter ? without : with;
        double sign = rateBefore >= rateAfter ? 1 : -1;

        double saved = 0;
        double spent = once;
        for (int year = 0; year < drawn.worth().length; year++) {
            double worth = drawn.worth()[year];
            for (int left = shared.ofYear(); left > 0; left--) {
                double size = share(dice);
                saved += worth
                        * (drawn.lossBefore().applyAsDouble(size)
                                - drawn.lossAfter().applyAsDouble(size));
            }
            for (int left = other.ofYear(); left > 0; left--) {
                saved += worth * sign * each.sample();
            }
            spent += worth * yearly;
            if (payback[future] == 0 && saved >= spent) {
                payback[future] = year + 1;
            }
        }
        avoided[future] = saved;
        cost[future] = spent;
    }

    private interface Events {
        int ofYear();

        static Events at(double rate, UniformRandomProvider dice) {
            return rate > 0 ? PoissonSampler.of(dice, rate)::sample : () -> 0;
        }
    }

    /** Above 0 and below 1. */
    private static double share(UniformRandomProvider dice) {
        return ((dice.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }
}
