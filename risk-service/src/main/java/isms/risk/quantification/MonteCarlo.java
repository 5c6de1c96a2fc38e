package isms.risk.quantification;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Simulates the years of risks.
 *
 * <p>Each block of years of each risk has dice of its own: stretches of one generator, 2<sup>128</sup> draws apart between
 * blocks and 2<sup>192</sup> between risks (xoshiro256++, D. Blackman and S. Vigna). A block is computed by one thread, in
 * the order of the risks. So neither the number of threads nor their speed shows in the result, and a risk's losses do not
 * change when another is appended or treated.
 *
 * <p>The years of a risk are summed up as soon as they are there and their memory is used again: at any time there are
 * those of a few risks and of the portfolio.
 *
 * @param years at least 2
 * @param levels confidence levels of value at risk, above 0 and below 1
 */
record MonteCarlo(List<Exposure> exposures, int years, long seed, List<BigDecimal> levels, Unit unit) {

    /** Runs in the pool, using all of its threads. */
    RiskSimulation run(ForkJoinPool pool) {
        return pool.submit(() -> new SimulatedYears(this).simulated()).join();
    }

    /** As {@link #run}, and what each risk contributes to the portfolio; takes twice as long. */
    Apportioned runApportioned(ForkJoinPool pool) {
        return pool.submit(() -> new SimulatedYears(this).apportioned()).join();
    }

    /** What was simulated, and of each risk, in the same order, what it contributes before and after treatment. */
    record Apportioned(RiskSimulation simulation, List<Shares> before, List<Shares> after) {}

    /**
     * What one risk contributes.
     *
     * @param expected mean of its years
     * @param tails mean of its losses in the worst years of the portfolio, by confidence level
     */
    record Shares(double expected, List<Double> tails) {}
}
