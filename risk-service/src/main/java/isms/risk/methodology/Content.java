package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.A_METHODOLOGY_HAS_A_TITLE;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import isms.risk.criteria.Criteria;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version of a methodology says.
 *
 * @param title what people call it
 * @param purpose where it is meant to be applied, and by whom
 * @param criteria the risk criteria; a draft's may have gaps
 */
@Schema(name = "MethodologyContent")
public record Content(
        @Schema(examples = "Corporate IT, scored") String title,

        @Schema(examples = "Office network and business applications")
        String purpose,

        Criteria criteria) {

    private static final int LONGEST_TITLE = 200;

    public Content {
        title = requireNonNullElse(title, "").strip();
        purpose = requireNonNullElse(purpose, "").strip();
        criteria = requireNonNullElse(criteria, Criteria.proposal());
    }

    /** This content, refused when it has no title. */
    Content titled() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw A_METHODOLOGY_HAS_A_TITLE.violated(
                    List.of(new Violation("/title", "the title has 1 to " + LONGEST_TITLE + " characters")));
        }
        return this;
    }
}
