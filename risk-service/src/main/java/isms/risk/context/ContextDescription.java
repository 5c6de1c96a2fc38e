package isms.risk.context;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a context is.
 *
 * @param title what people call it
 * @param description what belongs to it and why it is rated apart
 */
@Schema(name = "RiskContextDescription")
public record ContextDescription(
        @Schema(examples = "Industrial control systems") String title,

        @Schema(examples = "Controllers, drives and the plant network of the Northfield works")
        String description) {

    public ContextDescription {
        title = requireNonNullElse(title, "").strip();
        description = requireNonNullElse(description, "").strip();
    }
}
