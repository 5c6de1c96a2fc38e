package isms.risk.methodology;

import static java.util.Objects.requireNonNullElse;

import isms.risk.criteria.Criteria;
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

    public Content {
        title = requireNonNullElse(title, "").strip();
        purpose = requireNonNullElse(purpose, "").strip();
        criteria = requireNonNullElse(criteria, Criteria.proposal());
    }
}
