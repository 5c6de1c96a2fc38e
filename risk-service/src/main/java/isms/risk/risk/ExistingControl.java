package isms.risk.risk;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A control that is in place when a risk is assessed (RSK-7).
 *
 * @param reference the control, from any source, for example {@code A.8.7}
 * @param effectiveness how far it does what it is there for
 * @param note on what that judgement rests
 */
@Schema(name = "ExistingControl")
public record ExistingControl(
        @Schema(examples = "A.8.13") String reference,
        @Nullable Effectiveness effectiveness,

        @Schema(examples = "Restore of the order database tested in May") @Nullable
        String note) {

    public ExistingControl {
        reference = requireNonNullElse(reference, "").strip();
    }
}
