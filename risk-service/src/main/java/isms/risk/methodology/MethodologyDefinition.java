package isms.risk.methodology;

import static java.util.Objects.requireNonNullElseGet;

import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that defines a methodology. */
@Schema(name = "MethodologyDefinition", examples = Examples.SCORED)
record MethodologyDefinition(
        @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
        UUID id,

        @NotNull MethodKind kind,
        @NotBlank String title,
        String purpose,

        @Schema(description = "May be incomplete; left out, the draft begins with the standard dimensions") @Nullable
        Criteria criteria) {

    Content content() {
        return new Content(title, purpose, requireNonNullElseGet(criteria, Criteria::proposal));
    }
}
