package isms.risk.criteria;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How likely a risk is held to be, and why.
 *
 * @param value a value of the methodology's likelihood scale
 * @param frequency instead of the value in a quantitative methodology
 * @param rationale on what the rating rests
 */
@Schema(name = "LikelihoodRating")
public record LikelihoodRating(
        @Schema(description = "A value of the likelihood scale", examples = "4") @Nullable
        Integer value,

        @Schema(description = "Instead of the value in a quantitative methodology") @Nullable
        FrequencyRange frequency,

        @Schema(examples = "Two attempts were blocked in the last twelve months") @Nullable
        String rationale) {

    public static LikelihoodRating of(int value, String rationale) {
        return new LikelihoodRating(value, null, rationale);
    }

    void check(Gaps gaps, String at, Criteria criteria) {
        gaps.missing(rationale, at + "/rationale", "the rationale of the likelihood");
        if (criteria.currency().isPresent()) {
            gaps.unless(value == null, at + "/value", "a quantitative methodology rates by frequency, not by a value");
            gaps.unless(
                    frequency != null && frequency.points().isSound(),
                    at + "/frequency",
                    "give the frequency per year as minimum, mostLikely and maximum, ascending and not negative");
        } else {
            gaps.unless(frequency == null, at + "/frequency", "this methodology rates by a value of its scale");
            if (value == null) {
                gaps.add(
                        at + "/value",
                        "the likelihood is missing; allowed: "
                                + criteria.likelihood().choices());
            } else {
                gaps.unless(
                        criteria.likelihood().has(value),
                        at + "/value",
                        value + " is off the scale; allowed: "
                                + criteria.likelihood().choices());
            }
        }
    }

    /** Its place on the likelihood scale. */
    int on(Scale scale) {
        return value != null
                ? value
                : scale.at(requireNonNull(frequency).points().expected());
    }
}
