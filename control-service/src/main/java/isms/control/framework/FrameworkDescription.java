package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_FRAMEWORK_HAS_A_TITLE;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organization's own framework is.
 *
 * @param title what people call it
 * @param publisher who gave it out
 * @param source where its identifiers and words come from, and by which right they are used
 */
@Schema(name = "OwnFrameworkDescription")
public record FrameworkDescription(
        @Schema(examples = "Group security baseline") String title,
        @Schema(examples = "Acme Holding") String publisher,
        @Schema(examples = "2026") String edition,

        @Schema(examples = "Intranet of the group, baseline of January 2026")
        String source) {

    private static final int LONGEST_TITLE = 200;

    public FrameworkDescription {
        title = requireNonNullElse(title, "").strip();
        publisher = requireNonNullElse(publisher, "").strip();
        edition = requireNonNullElse(edition, "").strip();
        source = requireNonNullElse(source, "").strip();
    }

    /** This description, refused when it has no title. */
    FrameworkDescription titled() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw A_FRAMEWORK_HAS_A_TITLE.violated(
                    List.of(new Violation("/title", "the title has 1 to " + LONGEST_TITLE + " characters")));
        }
        return this;
    }
}
