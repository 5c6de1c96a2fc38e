package isms.risk.quantification;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A positive quantity without an upper end, of which the logarithm is normally distributed.
 *
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm, above 0
 */
record LogNormal(double mu, double sigma) implements Distribution {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The distribution through two quantiles.
     *
     * @param lowerShare probability of staying below the lower value, above 0
     * @param lower above 0
     * @param upperShare above {@code lowerShare}, below 1
     * @param upper above {@code lower}
     */
    static LogNormal through(double lowerShare, double lower, double upperShare, double upper) {
        double from = NORMAL.inverseCumulativeProbability(lowerShare);
        double to = NORMAL.inverseCumulativeProbability(upperShare);
        double sigma = (Math.log(upper) - Math.log(lower)) / (to - from);
        return new LogNormal(Math.log(lower) - from * sigma, sigma);
    }

    @Override
    public double mean() {
        return LogNormalDistribution.of(mu, sigma).getMean();
    }

    @Override
    public double variance() {
        return LogNormalDistribution.of(mu, sigma).getVariance();
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider dice) {
        return LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(dice), mu, sigma);
    }

    @Override
    public DoubleUnaryOperator quantiles() {
        return share -> Math.exp(mu + sigma * NORMAL.inverseCumulativeProbability(share));
    }

    @Override
    public double least() {
        return 0;
    }
}
