package isms.risk.quantification;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** What is held to be possible of a quantity that is not known exactly; never negative. */
sealed interface Distribution permits Fixed, Pert, LogNormal {

    double mean();

    double variance();

    /** Draws values with the dice given. */
    ContinuousSampler sampler(UniformRandomProvider dice);

    /** The value below which a share of all possible ones lies, by that share; for two quantities that rise and fall together. */
    DoubleUnaryOperator quantiles();

    /** What it cannot be below. */
    double least();
}
