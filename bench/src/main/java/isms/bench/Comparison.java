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
     * @param settling how long after each slice of A the rest of its work took, in seconds
     */
    record Result(List<Slice> slices, List<Double> ratios, List<Double> settling) {

        double median() {
            return median(ratios);
        }

        /** The same when the time in which the rest of A's work was done counts as A's. */
        double sustained() {
            var lasting = new ArrayList<Double>();
            for (int i = 0; i < ratios.size(); i++) {
                // A-B-B-A: the slices of A are the first and the last of each four
                double seconds = slices.get(i / 2 * 4 + (i % 2 == 0 ? 0 : 3)).seconds();
                lasting.add(ratios.get(i) * seconds / (seconds + settling.get(i)));
            }
            return median(lasting);
        }

        private static double median(List<Double> ratios) {
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

    /** What is left to do when A has answered its callers; B must not pay for it. */
    interface Rest {
        Duration await() throws Exception;
    }

    /** @param processor the processor time that everything involved has used so far */
    static Result run(Side a, Side b, Plan plan, Supplier<Duration> processor, Rest rest) throws Exception {
        ClosedLoop.run(a, plan.callers(), plan.warmUp());
        rest.await();
        // what B runs on is compiled already
        ClosedLoop.run(b, plan.callers(), plan.warmUp().dividedBy(8));
        var slices = new ArrayList<Slice>();
        var ratios = new ArrayList<Double>();
        var settling = new ArrayList<Double>();
        for (int round = 0; round < plan.rounds(); round++) {
            var first = measured(slices, a, plan, processor);
            settling.add(rest.await().toMillis() / 1000.0);
            var second = measured(slices, b, plan, processor);
            var third = measured(slices, b, plan, processor);
            var fourth = measured(slices, a, plan, processor);
            settling.add(rest.await().toMillis() / 1000.0);
            ratios.add(first.perSecond() / second.perSecond());
            ratios.add(fourth.perSecond() / third.perSecond());
        }
        return new Result(slices, ratios, settling);
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
