package isms.control.statement;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reason to include a control.
 *
 * @param kind what kind of reason it is; null only in a request that forgot it
 * @param text the reason in words
 * @param risks ids or keys of the risks that the control treats; for the kind risk
 */
@Schema(name = "InclusionJustification")
public record Justification(
        @Nullable JustificationKind kind,

        @Schema(examples = "Customers of the automotive industry demand it by contract")
        String text,

        @Schema(description = "Ids or keys of the risks treated; for the kind risk", examples = "[\"RISK-12\"]")
        List<String> risks) {

    public Justification {
        text = Objects.requireNonNullElse(text, "").strip();
        risks = List.copyOf(Objects.requireNonNullElse(risks, List.of()));
    }
}
