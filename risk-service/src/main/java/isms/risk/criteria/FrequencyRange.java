package isms.risk.criteria;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a year an event is expected: at least, most likely, at most. 0.1 is once in ten years. */
@Schema(name = "FrequencyRange")
public record FrequencyRange(
        @Schema(examples = "0.1") @Nullable BigDecimal minimum,
        @Schema(examples = "0.5") @Nullable BigDecimal mostLikely,
        @Schema(examples = "2") @Nullable BigDecimal maximum) {

    ThreePoints points() {
        return new ThreePoints(minimum, mostLikely, maximum);
    }
}
