package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A direction in which consequences are felt (RSK-2), with its own scale: "4" means another thing in money than in downtime.
 *
 * @param key how ratings refer to it, lower-kebab; never reused for another meaning
 * @param name what people call it
 * @param kind business or regulatory
 * @param scale its levels; their values are the same in every dimension of a methodology, so that they can be combined
 * @param weight its share where dimensions combine by weights; positive
 */
@Schema(name = "ImpactDimension")
public record ImpactDimension(
        @Schema(examples = "financial", pattern = "[a-z][a-z0-9-]*")
        String key,

        @Schema(examples = "Financial loss") String name,
        @Nullable ImpactKind kind,
        Scale scale,

        @Schema(description = "Needed where dimensions combine by weights", examples = "0.3") @Nullable
        BigDecimal weight) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ImpactDimension {
        key = requireNonNullElse(key, "");
        name = requireNonNullElse(name, "");
        scale = requireNonNullElse(scale, Scale.EMPTY);
    }

    void check(Gaps gaps, String at, MethodKind method, @Nullable Combination combination) {
        gaps.unless(
                KEY.matcher(key).matches(),
                at + "/key",
                "the key is lower-case letters, digits and hyphens, beginning with a letter, at most 40");
        gaps.missing(name, at + "/name", "the name of the dimension");
        gaps.unless(kind != null, at + "/kind", "say whether the dimension is business or regulatory");
        StandardDimension.of(key)
                .ifPresent(standard -> gaps.unless(
                        kind == null || kind == standard.kind(),
                        at + "/kind",
                        key + " is a " + standard.kind().word() + " dimension; use another key for another meaning"));
        if (combination == Combination.WEIGHTED) {
            gaps.unless(
                    weight != null && weight.signum() > 0,
                    at + "/weight",
                    "combining by weights needs a positive weight");
        }
        scale.check(gaps, at + "/scale", method);
    }
}
