package isms.risk.criteria;

import static java.util.Objects.requireNonNull;

import isms.risk.criteria.LevelDetermination.ExpectedAnnualLoss;
import isms.risk.criteria.LevelDetermination.Matrix;
import isms.risk.criteria.LevelDetermination.Product;
import isms.risk.criteria.LevelDetermination.Sum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The level of a risk (6.1.2 d 3): what a rating amounts to under given criteria. A higher likelihood or a higher impact
 * never gives a lower level.
 *
 * @param score what the formula gives, to two decimals; with a matrix the rank of the band; in a quantitative
 *     methodology the expected annual loss in its currency. Comparable within one version of a methodology only
 * @param band key of the band
 * @param bandRank rank of the band, 1 the lowest
 * @param likelihood value on the likelihood scale
 * @param businessImpact value of the business dimensions together; none where the methodology has no such dimension
 * @param regulatoryImpact value of the regulatory dimensions together; none where the methodology has no such dimension
 * @param impact value of all dimensions together
 */
@Schema(name = "LevelOfRisk")
public record LevelOfRisk(
        @Schema(examples = "16") BigDecimal score,
        @Schema(examples = "high") String band,
        int bandRank,
        int likelihood,
        @Nullable Integer businessImpact,
        @Nullable Integer regulatoryImpact,
        int impact) {

    /** The level of a rating that the criteria find no fault with. */
    static LevelOfRisk of(Rating rating, Criteria criteria) {
        int likelihood = requireNonNull(rating.likelihood()).on(criteria.likelihood());
        Scale scale = criteria.impactScale();
        BigDecimal combined = combined(rating, criteria, criteria.dimensions()).orElseThrow();
        int impact = scale.nearest(combined);
        BigDecimal score = score(rating, criteria, likelihood, combined).setScale(2, RoundingMode.HALF_UP);
        Band band = criteria.bandOf(score);
        return new LevelOfRisk(
                plain(score),
                band.key(),
                criteria.rankOf(band),
                likelihood,
                combined(rating, criteria, criteria.dimensionsOf(ImpactKind.BUSINESS))
                        .map(scale::nearest)
                        .orElse(null),
                combined(rating, criteria, criteria.dimensionsOf(ImpactKind.REGULATORY))
                        .map(scale::nearest)
                        .orElse(null),
                impact);
    }

    private static BigDecimal score(Rating rating, Criteria criteria, int likelihood, BigDecimal combined) {
        return switch (criteria.determination()) {
            case Matrix matrix -> BigDecimal.valueOf(criteria.rankAt(matrix, likelihood, combined.intValueExact()));
            case Product _ -> combined.multiply(BigDecimal.valueOf(likelihood));
            case Sum _ -> combined.add(BigDecimal.valueOf(likelihood));
            case ExpectedAnnualLoss _ -> expectedAnnualLoss(rating);
        };
    }

    /** Frequency and loss are taken as independent, so that the mean of the product is the product of the means. */
    private static BigDecimal expectedAnnualLoss(Rating rating) {
        BigDecimal perYear = requireNonNull(requireNonNull(rating.likelihood()).frequency())
                .points()
                .expected();
        return rating.impact().values().stream()
                .map(impact -> requireNonNull(impact.loss()).points().expected())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(perYear);
    }

    /** What some dimensions come to together; on the scale, money counts by the highest level that a dimension reaches. */
    private static Optional<BigDecimal> combined(Rating rating, Criteria criteria, List<ImpactDimension> all) {
        // an opportunity is rated where something is gained
        List<ImpactDimension> dimensions = all.stream()
                .filter(each -> rating.impact().containsKey(each.key()))
                .toList();
        return switch (requireNonNull(criteria.combination())) {
            case MAXIMUM, TOTAL ->
                dimensions.stream().map(each -> value(rating, each)).max(BigDecimal::compareTo);
            case WEIGHTED -> dimensions.isEmpty() ? Optional.empty() : Optional.of(weighted(rating, dimensions));
        };
    }

    private static BigDecimal weighted(Rating rating, List<ImpactDimension> dimensions) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (ImpactDimension dimension : dimensions) {
            BigDecimal weight = requireNonNull(dimension.weight());
            sum = sum.add(weight.multiply(value(rating, dimension)));
            weights = weights.add(weight);
        }
        return sum.divide(weights, MathContext.DECIMAL64);
    }

    private static BigDecimal value(Rating rating, ImpactDimension dimension) {
        return BigDecimal.valueOf(
                requireNonNull(rating.impact().get(dimension.key())).on(dimension.scale()));
    }

    /** 16 rather than 16.00 and 100 rather than 1E+2, so that a level is written in one way only. */
    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
