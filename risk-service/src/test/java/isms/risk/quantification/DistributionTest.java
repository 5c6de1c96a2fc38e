package isms.risk.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RSK-16: what is held to be possible of a quantity")
class DistributionTest {

    private static final int DRAWS = 400_000;

    /** Beyond this many standard errors lies one sample mean in two million. */
    private static final double SIGMAS = 5;

    static Stream<Distribution> distributions() {
        return Stream.of(
                new Fixed(3),
                Pert.of(1_000, 20_000, 500_000, Confidence.MEDIUM.weight()),
                Pert.of(0, 0, 8, Confidence.LOW.weight()),
                Pert.of(2, 7, 7, Confidence.HIGH.weight()),
                LogNormal.through(0.05, 20_000, 0.95, 90_000),
                LogNormal.through(0.1, 0.2, 0.5, 0.6));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    @DisplayName("RSK-16: draws have the mean of the closed form")
    void draws_have_the_mean_of_the_closed_form(Distribution distribution) {
        double standardError = Math.sqrt(distribution.variance() / DRAWS);
        assertThat(Moments.of(draws(distribution)).mean())
                .isCloseTo(distribution.mean(), within(SIGMAS * standardError));
    }

    @Test
    @DisplayName("RSK-16: PERT is (minimum + 4 most likely + maximum) / 6, and a beta distribution in between")
    void pert_is_a_beta_distribution() {
        Pert pert = new Pert(10, 20, 60, Confidence.MEDIUM.weight());
        assertThat(pert.mean()).isCloseTo((10 + 4 * 20 + 60) / 6.0, within(1e-12));
        // alpha = 1 + 4 (20 - 10) / 50, beta = 1 + 4 (60 - 20) / 50
        BetaDistribution beta = BetaDistribution.of(1.8, 4.2);
        assertThat(pert.mean()).isCloseTo(10 + 50 * beta.getMean(), within(1e-12));
        assertThat(pert.variance()).isCloseTo(2_500 * beta.getVariance(), within(1e-9));
        double[] draws = draws(pert);
        for (double share : new double[] {0.05, 0.5, 0.95}) {
            double expected = 10 + 50 * beta.inverseCumulativeProbability(share);
            double density = beta.density((expected - 10) / 50) / 50;
            assertQuantile(draws, share, expected, density);
        }
    }

    @Test
    @DisplayName("RSK-16: a lognormal distribution goes through the percentiles it was given")
    void a_lognormal_distribution_goes_through_its_percentiles() {
        LogNormal logNormal = LogNormal.through(0.05, 20_000, 0.9, 900_000);
        LogNormalDistribution same = LogNormalDistribution.of(logNormal.mu(), logNormal.sigma());
        assertThat(same.cumulativeProbability(20_000)).isCloseTo(0.05, within(1e-9));
        assertThat(same.cumulativeProbability(900_000)).isCloseTo(0.9, within(1e-9));
        double[] draws = draws(logNormal);
        assertQuantile(draws, 0.05, 20_000, same.density(20_000));
        assertQuantile(draws, 0.9, 900_000, same.density(900_000));
    }

    @Test
    @DisplayName("RSK-16: the surer of the most likely value, the narrower")
    void confidence_narrows() {
        double low = Pert.of(0, 3, 10, Confidence.LOW.weight()).variance();
        double medium = Pert.of(0, 3, 10, Confidence.MEDIUM.weight()).variance();
        double high = Pert.of(0, 3, 10, Confidence.HIGH.weight()).variance();
        assertThat(low).isGreaterThan(medium);
        assertThat(medium).isGreaterThan(high);
    }

    @Test
    @DisplayName("RSK-16: three points that coincide are a known value")
    void three_points_that_coincide_are_a_known_value() {
        assertThat(Pert.of(5, 5, 5, Confidence.MEDIUM.weight())).isEqualTo(new Fixed(5));
    }

    private static double[] draws(Distribution distribution) {
        ContinuousSampler sampler = distribution.sampler(RandomSource.XO_SHI_RO_256_PP.create(16L));
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> sampler.sample());
        return draws;
    }

    /** The standard error of a quantile is sqrt(p (1 - p) / n) / density. */
    private static void assertQuantile(double[] draws, double share, double expected, double density) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double standardError = Math.sqrt(share * (1 - share) / draws.length) / density;
        assertThat(sorted[(int) (share * draws.length)]).isCloseTo(expected, within(SIGMAS * standardError));
    }
}
