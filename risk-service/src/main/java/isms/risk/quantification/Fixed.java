package isms.risk.quantification;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** A quantity that is known. */
record Fixed(double value) implements Distribution {

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider dice) {
        return () -> value;
    }

    @Override
    public DoubleUnaryOperator quantiles() {
        return share -> value;
    }

    @Override
    public double least() {
        return value;
    }
}
