package isms.risk.context;

import static isms.risk.context.ContextRule.A_CONTEXT_HAS_A_TITLE;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.List;
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

    private static final int LONGEST_TITLE = 200;

    public ContextDescription {
        title = requireNonNullElse(title, "").strip();
        description = requireNonNullElse(description, "").strip();
    }

    /** This description, refused when it has no title. */
    ContextDescription titled() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw A_CONTEXT_HAS_A_TITLE.violated(
                    List.of(new Violation("/title", "the title has 1 to " + LONGEST_TITLE + " characters")));
        }
        return this;
    }
}
