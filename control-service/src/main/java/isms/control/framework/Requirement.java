package isms.control.framework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A requirement of a framework; in Annex A, a control. */
@Schema(name = "Requirement")
public record Requirement(
        @Schema(description = "Id of the framework", examples = "iso-27001-2022")
        String framework,

        @Schema(description = "Identifier that its publisher gave it", examples = "A.5.23")
        String id,

        @Schema(description = "Short title") String title,

        @Schema(description = "Theme, domain or function that it belongs to", examples = "organizational") @Nullable
        String group) {

    /** How controls and statements refer to it, over all frameworks. */
    public String reference() {
        return framework + ":" + id;
    }
}
