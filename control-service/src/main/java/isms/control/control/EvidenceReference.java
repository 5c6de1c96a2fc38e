package isms.control.control;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of evidence as it was when somebody relied on it. */
@Schema(name = "EvidenceReference")
public record EvidenceReference(
        UUID id,

        @Schema(description = "Its edition then, from 1; superseding makes the next")
        int edition) {}
