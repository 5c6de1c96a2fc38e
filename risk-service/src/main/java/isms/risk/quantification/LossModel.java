package isms.risk.quantification;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * The loss of a year: a Poisson number of events, each with a loss of its own. Where the rate is uncertain it is drawn anew
 * for each year.
 *
 * @param frequency events a year
 * @param loss of one event, in units of a currency
 */
record LossModel(Distribution frequency, Distribution loss) {

    /** Far beyond any rate that can be asked for: keeps a draw from the utmost tail within what a sampler can count. */
    private static final double HIGHEST_RATE = 1_000_000;

    /** Expected annual loss in closed form. */
    double mean() {
        return frequency.mean() * loss.mean();
    }

    /** Variance of the annual loss in closed form: of a compound Poisson distribution, mixed over its rate. */
    double variance() {
        double square = loss.mean() * loss.mean();
        return frequency.mean() * (loss.variance() + square) + frequency.variance() * square;
    }

    /** Draws the losses of years. */
    ContinuousSampler years(UniformRandomProvider dice) {
        Events events = events(dice);
        ContinuousSampler each = loss.sampler(dice);
        return () -> {
            double sum = 0;
            for (int left = events.ofYear(); left > 0; left--) {
                sum += each.sample();
            }
            return sum;
        };
    }

    private interface Events {
        int ofYear();
    }

    private Events events(UniformRandomProvider dice) {
        return switch (frequency) {
            case Fixed(double rate) -> rate > 0 ? PoissonSampler.of(dice, rate)::sample : () -> 0;
            case Pert pert -> events(pert.sampler(dice), dice);
            case LogNormal logNormal -> events(logNormal.sampler(dice), dice);
        };
    }

    private static Events events(ContinuousSampler rates, UniformRandomProvider dice) {
        return () -> {
            double rate = Math.min(rates.sample(), HIGHEST_RATE);
            return rate > 0 ? PoissonSampler.of(dice, rate).sample() : 0;
        };
    }
}
