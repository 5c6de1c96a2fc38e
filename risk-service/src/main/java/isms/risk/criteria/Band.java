package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A band of levels of risk. Bands are what is compared across contexts with different methodologies (RSK-5).
 *
 * @param key how acceptance criteria, matrix cells and filters refer to it
 * @param name what people call it
 * @param colour its colour on the heat map, {@code #rrggbb}
 * @param from the score or the expected annual loss from which it applies; none where a matrix names the bands
 */
@Schema(name = "Band")
public record Band(
        @Schema(examples = "high") String key,
        @Schema(examples = "High") String name,

        @Schema(examples = "#d9480f", pattern = "#[0-9a-f]{6}")
        String colour,

        @Schema(
                description = "Score or expected annual loss from which the band applies; not with a matrix",
                examples = "12")
        @Nullable
        BigDecimal from) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    public Band {
        key = requireNonNullElse(key, "");
        name = requireNonNullElse(name, "");
        colour = requireNonNullElse(colour, "");
    }

    void check(Gaps gaps, String at) {
        gaps.unless(KEY.matcher(key).matches(), at + "/key", "the key is lower-case letters, digits and hyphens");
        gaps.missing(name, at + "/name", "the name of the band");
        gaps.unless(COLOUR.matcher(colour).matches(), at + "/colour", "the colour is written as #rrggbb in lower case");
    }
}
