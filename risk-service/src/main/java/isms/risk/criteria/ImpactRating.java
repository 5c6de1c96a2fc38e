package isms.risk.criteria;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How severe a risk's consequence is held to be in one dimension, and why.
 *
 * @param value a value of the dimension's scale
 * @param loss instead of the value in a quantitative methodology: what one event costs
 * @param rationale on what the rating rests
 */
@Schema(name = "ImpactRating")
public record ImpactRating(
        @Schema(description = "A value of the dimension's scale", examples = "3") @Nullable
        Integer value,

        @Schema(description = "Instead of the value in a quantitative methodology") @Nullable
        LossRange loss,

        @Schema(examples = "Two days of lost production at current margins") @Nullable
        String rationale) {

    public static ImpactRating of(int value, String rationale) {
        return new ImpactRating(value, null, rationale);
    }

    void check(Gaps gaps, String at, ImpactDimension dimension, Criteria criteria) {
        gaps.missing(rationale, at + "/rationale", "the rationale of the impact " + dimension.key());
        criteria.currency()
                .ifPresentOrElse(currency -> checkLoss(gaps, at, currency), () -> checkValue(gaps, at, dimension));
    }

    private void checkLoss(Gaps gaps, String at, String currency) {
        gaps.unless(value == null, at + "/value", "a quantitative methodology rates by loss, not by a value");
        gaps.unless(
                loss != null && loss.points().isSound() && loss.isIn(currency),
                at + "/loss",
                "give the loss as minimum, mostLikely and maximum in " + currency + ", ascending and not negative");
    }

    private void checkValue(Gaps gaps, String at, ImpactDimension dimension) {
        gaps.unless(loss == null, at + "/loss", "this methodology rates by a value of its scale");
        String allowed = "; allowed: " + dimension.scale().choices();
        if (value == null) {
            gaps.add(at + "/value", "the impact " + dimension.key() + " is missing" + allowed);
        } else {
            gaps.unless(dimension.scale().has(value), at + "/value", value + " is off the scale" + allowed);
        }
    }

    /** Its place on the dimension's scale. */
    int on(Scale scale) {
        return value != null ? value : scale.at(requireNonNull(loss).points().expected());
    }
}
