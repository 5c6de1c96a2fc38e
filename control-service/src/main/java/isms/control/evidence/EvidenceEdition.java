package isms.control.evidence;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition of a piece of evidence as readers see it. */
@Schema(name = "EvidenceEdition")
public record EvidenceEdition(
        @Schema(description = "From 1") int edition,
        EvidenceItem item,

        @Schema(description = "Subject id of who, or which machine, provided it")
        String by,

        @Schema(description = "When it was provided") Instant providedAt,

        @Schema(description = "Why the next edition replaced it; none for the one that stands") @Nullable
        String supersededBecause) {

    EvidenceEdition superseded(String reason) {
        return new EvidenceEdition(edition, item, by, providedAt, reason);
    }
}
