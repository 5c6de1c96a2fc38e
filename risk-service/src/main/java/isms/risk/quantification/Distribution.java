package isms.risk.quantification;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** What is held to be possible of a quantity that is not known exactly; never negative. */
sealed interface Distribution permits Fixed, Pert, LogNormal {

    double mean();

    double variance();

    /** Draws values with the dice given. */
    ContinuousSampler sampler(UniformRandomProvider dice);
}
