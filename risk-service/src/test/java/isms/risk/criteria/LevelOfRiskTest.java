package isms.risk.criteria;

import static isms.risk.criteria.SampleCriteria.estimate;
import static isms.risk.criteria.SampleCriteria.rating;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("RSK-2, RSK-7: from a rating to a level of risk")
class LevelOfRiskTest {

    @Example
    void by_product_the_worst_impact_counts() {
        Criteria criteria = SampleCriteria.scored();

        assertThat(criteria.levelOf(rating(criteria, 4, 2, 3)))
                .isEqualTo(new LevelOfRisk(BigDecimal.valueOf(12), "high", 3, 4, 2, 3, 3));
    }

    @Example
    void by_weights_the_mean_counts_and_the_map_shows_the_nearest_value() {
        Criteria criteria = SampleCriteria.weighted();

        assertThat(criteria.levelOf(rating(criteria, 4, 2, 5)))
                .as("(3 x 2 + 1 x 5) / 4 = 2.75; 4 x 2.75 = 11")
                .isEqualTo(new LevelOfRisk(BigDecimal.valueOf(11), "medium", 2, 4, 2, 5, 3));
    }

    @Example
    void a_mean_between_two_values_is_shown_as_the_higher_one() {
        assertThat(SampleCriteria.scale(1, 2, 4, 8).nearest(BigDecimal.valueOf(3)))
                .isEqualTo(4);
        assertThat(SampleCriteria.scale(1, 2, 4, 8).nearest(BigDecimal.valueOf(5)))
                .isEqualTo(4);
    }

    @Example
    void by_matrix_the_cell_names_the_band() {
        Criteria criteria = SampleCriteria.matrix();

        assertThat(criteria.levelOf(rating(criteria, 1, 2, 3)))
                .isEqualTo(new LevelOfRisk(BigDecimal.TWO, "medium", 2, 1, 3, null, 3));
    }

    @Example
    void by_money_the_expected_annual_loss_counts() {
        Criteria criteria = SampleCriteria.quantitative();

        // PERT mean of (m/2, m, 2m) is 13/12 m: 13/12 x 0.5 a year, 13/12 x (100 000 + 20 000) euro
        assertThat(criteria.levelOf(estimate("0.5", "100000", "20000")))
                .isEqualTo(new LevelOfRisk(new BigDecimal("70416.67"), "medium", 2, 2, 2, 2, 2));
    }

    @Example
    void what_is_never_acceptable_is_above_the_criteria_however_unlikely() {
        Criteria criteria = SampleCriteria.matrix();
        Rating deadly = rating(criteria, 1, 3, 1);
        Rating costly = rating(criteria, 1, 1, 3);

        assertThat(criteria.levelOf(deadly)).isEqualTo(criteria.levelOf(costly));
        assertThat(criteria.isAbove(criteria.levelOf(deadly), deadly)).isTrue();
        assertThat(criteria.isAbove(criteria.levelOf(costly), costly)).isFalse();
    }

    @Property
    void a_higher_likelihood_or_impact_never_gives_a_lower_level(
            @ForAll("criteria") Criteria criteria,
            @ForAll @IntRange(min = 0, max = 4) int likelihood,
            @ForAll @IntRange(min = 0, max = 4) int first,
            @ForAll @IntRange(min = 0, max = 4) int second,
            @ForAll @IntRange(min = 0, max = 2) int raised) {
        LevelOfRisk lower = criteria.levelOf(rated(criteria, likelihood, first, second));
        LevelOfRisk higher = criteria.levelOf(rated(
                criteria,
                likelihood + (raised == 0 ? 1 : 0),
                first + (raised == 1 ? 1 : 0),
                second + (raised == 2 ? 1 : 0)));

        assertThat(higher.score()).isGreaterThanOrEqualTo(lower.score());
        assertThat(higher.bandRank()).isGreaterThanOrEqualTo(lower.bandRank());
        assertThat(higher.impact()).isGreaterThanOrEqualTo(lower.impact());
    }

    @Property
    void money_that_is_more_often_or_more_never_gives_a_lower_level(
            @ForAll @IntRange(min = 0, max = 1_000) int perYear,
            @ForAll @IntRange(min = 0, max = 10_000_000) int loss,
            @ForAll @IntRange(min = 0, max = 1_000_000) int more) {
        Criteria criteria = SampleCriteria.quantitative();
        LevelOfRisk lower = criteria.levelOf(estimate("" + perYear, "" + loss, "0"));

        for (Rating raised : List.of(
                estimate("" + (perYear + more), "" + loss, "0"),
                estimate("" + perYear, "" + (loss + more), "0"),
                estimate("" + perYear, "" + loss, "" + more))) {
            LevelOfRisk higher = criteria.levelOf(raised);
            assertThat(higher.score()).isGreaterThanOrEqualTo(lower.score());
            assertThat(higher.bandRank()).isGreaterThanOrEqualTo(lower.bandRank());
        }
    }

    @Property
    void the_band_is_the_one_that_the_map_shows_when_the_worst_impact_counts(
            @ForAll @IntRange(min = 0, max = 4) int likelihood,
            @ForAll @IntRange(min = 0, max = 4) int first,
            @ForAll @IntRange(min = 0, max = 4) int second) {
        for (Criteria criteria : List.of(SampleCriteria.scored(), SampleCriteria.matrix())) {
            LevelOfRisk level = criteria.levelOf(rated(criteria, likelihood, first, second));

            assertThat(criteria.bandAt(level.likelihood(), level.impact()).key())
                    .isEqualTo(level.band());
        }
    }

    /** Methods of any kind, scores of any spacing, dimensions of any weights. */
    @Provide
    Arbitrary<Criteria> criteria() {
        Arbitrary<Scale> scales = Arbitraries.integers()
                .between(1, 40)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(values -> SampleCriteria.scale(
                        values.stream().mapToInt(Integer::intValue).sorted().toArray()));
        Arbitrary<BigDecimal> weights = Arbitraries.bigDecimals().between(new BigDecimal("0.01"), BigDecimal.TEN);
        Arbitrary<LevelDetermination> determinations =
                Arbitraries.of(new LevelDetermination.Product(), new LevelDetermination.Sum());
        Arbitrary<Criteria> scored = Combinators.combine(
                        scales,
                        scales,
                        weights,
                        weights,
                        determinations,
                        Arbitraries.of(Combination.MAXIMUM, Combination.WEIGHTED))
                .as((likelihood, impact, one, other, determination, combination) -> new Criteria(
                        likelihood,
                        List.of(
                                new ImpactDimension("financial", "Financial", ImpactKind.BUSINESS, impact, one),
                                new ImpactDimension("fines", "Fines", ImpactKind.REGULATORY, impact, other)),
                        combination,
                        determination,
                        SampleCriteria.scored().bands(),
                        SampleCriteria.scored().acceptance(),
                        SampleCriteria.scored().occasions()));
        return Arbitraries.oneOf(scored, Arbitraries.just(SampleCriteria.matrix()));
    }

    /** A rating by positions on the scales, the highest where a scale has fewer levels. */
    private static Rating rated(Criteria criteria, int likelihood, int... impacts) {
        int[] values = new int[impacts.length];
        for (int i = 0; i < impacts.length; i++) {
            values[i] = value(criteria.dimensions().get(i).scale(), impacts[i]);
        }
        return rating(criteria, value(criteria.likelihood(), likelihood), values);
    }

    private static int value(Scale scale, int position) {
        return scale.values().get(Math.min(position, scale.levels().size() - 1));
    }
}
