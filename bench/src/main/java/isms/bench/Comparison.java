package isms.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two sides in turn, A-B-B-A, in one run: what the machine does beside the benchmark then falls on both. One A and the B
 * next to it are a pair; the ratio is the median over the pairs, and their spread says what it is worth.
 */
final class Comparison {

    /** How long and how often. */
    record Plan(Duration warmUp, Duration slice, int rounds, int callers) {}

    /**
     * @param ratios A over B, one for each pair, in the order of the run
     */
    record Result(List<Slice> slices, List<Double> ratios) {

        double median() {
            var sorted = ratios.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        double lowest() {
            return ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double highest() {
            return ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    private Comparison() {}

    /** @param processor the processor time that everything involved has used so far */
    static Result run(Side a, Side b, Plan plan, Supplier<Duration> processor) throws Exception {
        ClosedLoop.run(a, plan.callers(), plan.warmUp());
        ClosedLoop.run(b, plan.callers(), plan.warmUp());
        var slices = new ArrayList<Slice>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < plan.rounds(); round++) {
            var first = measured(slices, a, plan, processor);
            var second = measured(slices, b, plan, processor);
            var third = measured(slices, b, plan, processor);
            var fourth = measured(slices, a, plan, processor);
            ratios.add(first.perSecond() / second.perSecond());
            ratios.add(fourth.perSecond() / third.perSecond());
        }
        return new Result(slices, ratios);
    }

    private static Slice measured(List<Slice> slices, Side side, Plan plan, Supplier<Duration> processor)
            throws Exception {
        var before = processor.get();
        var slice = ClosedLoop.run(side, plan.callers(), plan.slice())
                .using(processor.get().minus(before));
        System.out.println(slice);
        slices.add(slice);
        return slice;
    }
}
