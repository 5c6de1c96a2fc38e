package isms.risk.treatment;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A control that the treatment of a risk needs (6.1.3 b).
 *
 * @param reference the control, from any source, for example {@code A.8.5}
 * @param source the catalogue or framework that it comes from; null where the reference says it all
 */
@Schema(name = "NecessaryControl")
public record NecessaryControl(
        @Schema(examples = "A.8.5") String reference,

        @Schema(description = "Catalogue or framework that it comes from", examples = "ISO/IEC 27001:2022 Annex A")
        @Nullable
        String source) {

    public NecessaryControl {
        reference = requireNonNullElse(reference, "").strip();
        source = source == null || source.isBlank() ? null : source.strip();
    }
}
