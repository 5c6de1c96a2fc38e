package isms.risk.criteria;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import isms.platform.decider.Violation;
import isms.risk.criteria.LevelDetermination.ExpectedAnnualLoss;
import isms.risk.criteria.LevelDetermination.Matrix;
import isms.risk.criteria.LevelDetermination.Product;
import isms.risk.criteria.LevelDetermination.Sum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of one version of a methodology (6.1.2 a, b). A draft may lack parts; {@link #gaps} names them, and no version
 * is approved while there are any. To rate by criteria that have gaps is a mistake of the caller.
 *
 * @param likelihood the likelihood scale
 * @param dimensions the impact dimensions, each with its scale
 * @param combination how the dimensions combine
 * @param level how likelihood and impact make a level of risk
 * @param bands the bands of the level, from the lowest
 * @param acceptance the risk acceptance criteria
 * @param occasions the criteria for performing assessments
 */
@Schema(name = "Criteria")
public record Criteria(
        Scale likelihood,
        List<ImpactDimension> dimensions,

        @Schema(description = "How the dimensions combine") @Nullable
        Combination combination,

        @Schema(description = "How likelihood and impact make a level of risk") @Nullable
        LevelDetermination level,

        @Schema(description = "From the lowest to the highest")
        List<Band> bands,

        @Nullable AcceptanceCriteria acceptance,

        @Schema(description = "When assessments are performed") @Nullable
        Occasions occasions) {

    public Criteria {
        likelihood = requireNonNullElse(likelihood, Scale.EMPTY);
        dimensions = List.copyOf(requireNonNullElse(dimensions, List.of()));
        bands = List.copyOf(requireNonNullElse(bands, List.of()));
    }

    /**
     * What a draft starts from: the standard dimensions with described scales. What the organization must decide for
     * itself is left open, above all what it accepts.
     */
    public static Criteria proposal() {
        Scale likelihood = Scale.of(
                new ScaleLevel(1, "rare", "Not expected in ten years"),
                new ScaleLevel(2, "unlikely", "Expected once in three to ten years"),
                new ScaleLevel(3, "possible", "Expected once in one to three years"),
                new ScaleLevel(4, "likely", "Expected several times a year"),
                new ScaleLevel(5, "almost certain", "Expected every month or more often"));
        return new Criteria(
                likelihood, StandardDimension.allProposed(), Combination.MAXIMUM, null, List.of(), null, null);
    }

    /** What is missing or contradictory before a version of this kind can be approved; empty when it is complete. */
    public List<Violation> gaps(MethodKind kind) {
        return new Completeness(this, kind).gaps();
    }

    /** What is wrong with a rating under these criteria, each with a pointer that begins with the given one (RSK-7). */
    public List<Violation> faults(Rating rating, String at) {
        var gaps = new Gaps();
        rating.check(gaps, at, this, true);
        return gaps.found();
    }

    /** The same for an opportunity: a dimension in which nothing is gained is left out. */
    public List<Violation> faultsOfGain(Rating rating, String at) {
        var gaps = new Gaps();
        rating.check(gaps, at, this, false);
        return gaps.found();
    }

    /** The level of a rating without {@link #faults}, or of an opportunity's without {@link #faultsOfGain}. */
    public LevelOfRisk levelOf(Rating rating) {
        return LevelOfRisk.of(rating, this);
    }

    /** Whether a risk with this rating, which has this level, is above the acceptance criteria (6.1.2 e 1). */
    public boolean isAbove(LevelOfRisk level, Rating rating) {
        AcceptanceCriteria accepted = requireNonNull(acceptance);
        Band highest = band(accepted.acceptableUpTo()).orElseThrow();
        return level.bandRank() > rankOf(highest)
                || accepted.neverAcceptable().stream()
                        .anyMatch(impact -> valueOf(impact.dimension(), rating) >= impact.from());
    }

    /**
     * What an expected annual loss amounts to, where {@link #currency()} says that losses are money.
     *
     * @param band key of its band
     * @param bandRank rank of the band, 1 the lowest
     * @param aboveCriteria whether the acceptance criteria reject it; impacts that are never acceptable do not show in a sum
     */
    public record LevelOfLoss(String band, int bandRank, boolean aboveCriteria) {}

    /** The level of an expected annual loss in the currency of these criteria (RSK-1). */
    public LevelOfLoss levelOfLoss(BigDecimal expectedAnnualLoss) {
        Band band = bandOf(expectedAnnualLoss);
        return new LevelOfLoss(band.key(), rankOf(band), rankOf(band) > highestAcceptable());
    }

    /** The expected annual loss from which a risk is not acceptable: acceptance as an amount. */
    public Optional<BigDecimal> lossNotAcceptableFrom() {
        return currency()
                .flatMap(money ->
                        Optional.ofNullable(bands.get(highestAcceptable()).from()));
    }

    private int highestAcceptable() {
        return rankOf(band(requireNonNull(acceptance).acceptableUpTo()).orElseThrow());
    }

    private int valueOf(String dimension, Rating rating) {
        return requireNonNull(rating.impact().get(dimension))
                .on(dimension(dimension).orElseThrow().scale());
    }

    /**
     * The band of a pair of values: the colour of a cell on the heat map. In a quantitative methodology it is the band from
     * which the cell begins, since a cell there covers a range of losses.
     */
    public Band bandAt(int likelihoodValue, int impactValue) {
        var frequency = BigDecimal.valueOf(likelihoodValue);
        var effect = BigDecimal.valueOf(impactValue);
        return switch (determination()) {
            case Matrix matrix -> bands.get(rankAt(matrix, likelihoodValue, impactValue) - 1);
            case Product _ -> bandOf(frequency.multiply(effect));
            case Sum _ -> bandOf(frequency.add(effect));
            case ExpectedAnnualLoss _ ->
                bandOf(start(likelihood, likelihoodValue).multiply(start(impactScale(), impactValue)));
        };
    }

    private static BigDecimal start(Scale scale, int value) {
        return requireNonNull(scale.levels().get(scale.position(value)).from());
    }

    public Optional<Band> band(String key) {
        return bands.stream().filter(band -> band.key().equals(key)).findFirst();
    }

    /** Rank of one of the bands, 1 the lowest. */
    public int rankOf(Band band) {
        return bands.indexOf(band) + 1;
    }

    public Optional<ImpactDimension> dimension(String key) {
        return dimensions.stream()
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }

    /** The scale that all dimensions share in its values; the first one's names and thresholds stand for it. */
    public Scale impactScale() {
        return dimensions.getFirst().scale();
    }

    /** The currency of all losses, where the methodology is quantitative. */
    public Optional<String> currency() {
        return level instanceof ExpectedAnnualLoss(String currency) ? Optional.of(currency) : Optional.empty();
    }

    LevelDetermination determination() {
        return requireNonNull(level);
    }

    List<ImpactDimension> dimensionsOf(ImpactKind kind) {
        return dimensions.stream().filter(dimension -> dimension.kind() == kind).toList();
    }

    Band bandOf(BigDecimal score) {
        return switch (determination()) {
            case Matrix _ -> bands.get(score.intValueExact() - 1);
            case Product _ -> bandFrom(score);
            case Sum _ -> bandFrom(score);
            case ExpectedAnnualLoss _ -> bandFrom(score);
        };
    }

    private Band bandFrom(BigDecimal score) {
        return bands.reversed().stream()
                .filter(band -> requireNonNull(band.from()).compareTo(score) <= 0)
                .findFirst()
                .orElse(bands.getFirst());
    }

    int rankAt(Matrix matrix, int likelihoodValue, int impactValue) {
        String key = matrix.cells()
                .get(likelihood.position(likelihoodValue))
                .get(impactScale().position(impactValue));
        return rankOf(band(key).orElseThrow());
    }

    String bandKeys() {
        return bands.isEmpty() ? "none yet" : bands.stream().map(Band::key).collect(joining(", "));
    }

    String dimensionKeys() {
        return dimensions.isEmpty()
                ? "none yet"
                : dimensions.stream().map(ImpactDimension::key).collect(joining(", "));
    }
}
