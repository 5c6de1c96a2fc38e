package isms.risk.quantification;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * A three-point estimate as a beta distribution between its ends (D. Vose, Risk Analysis, "modified PERT").
 *
 * @param minimum not negative
 * @param mostLikely the peak, not below the minimum
 * @param maximum not below the most likely value, and above the minimum
 * @param weight of the most likely value against the ends, above 0; 4 is the classic PERT
 */
record Pert(double minimum, double mostLikely, double maximum, double weight) implements Distribution {

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
        ContinuousSampler beta = ChengBetaSampler.of(
                dice, 1 + weight * (mostLikely - minimum) / width, 1 + weight * (maximum - mostLikely) / width);
        return () -> minimum + width * beta.sample();
    }
}
