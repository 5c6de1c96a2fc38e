package isms.risk.quantification;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A three-point estimate as a beta distribution between its ends (D. Vose, Risk Analysis, "modified PERT").
 *
 * @param minimum not negative
 * @param mostLikely the peak, not below the minimum
 * @param maximum not below the most likely value, and above the minimum
 * @param weight of the most likely value against the ends, above 0; 4 is the classic PERT
 */
record Pert(double minimum, double mostLikely, double maximum, double weight) implements Distribution {

    /** So many parts of equal probability: the mean of what is read off lies within a hundred thousandth of the range. */
    private static final int QUANTILES = 4_096;

    /** The distribution of three points; they may coincide. */
    static Distribution of(double minimum, double mostLikely, double maximum, double weight) {
        return minimum == maximum ? new Fixed(minimum) : new Pert(minimum, mostLikely, maximum, weight);
    }

    @Override
    public double mean() {
        return (minimum + weight * mostLikely + maximum) / (weight + 2);
    }

    @Override
    public double variance() {
        return (mean() - minimum) * (maximum - mean()) / (weight + 3);
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider dice) {
        double width = maximum - minimum;
        ContinuousSampler beta = ChengBetaSampler.of(dice, alpha(), beta());
        return () -> minimum + width * beta.sample();
    }

    /** From a table: each quantile of a beta distribution is a search for a root, far too slow for every event. */
    @Override
    public DoubleUnaryOperator quantiles() {
        double width = maximum - minimum;
        BetaDistribution beta = BetaDistribution.of(alpha(), beta());
        double[] table = new double[QUANTILES + 1];
        for (int i = 0; i <= QUANTILES; i++) {
            table[i] = minimum + width * beta.inverseCumulativeProbability((double) i / QUANTILES);
        }
        return share -> {
            double place = share * QUANTILES;
            int below = Math.min((int) place, QUANTILES - 1);
            return table[below] + (place - below) * (table[below + 1] - table[below]);
        };
    }

    @Override
    public double least() {
        return minimum;
    }

    private double alpha() {
        return 1 + weight * (mostLikely - minimum) / (maximum - minimum);
    }

    private double beta() {
        return 1 + weight * (maximum - mostLikely) / (maximum - minimum);
    }
}
