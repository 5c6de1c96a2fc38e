package isms.control.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of the implementation of a control as readers see it. */
@Schema(name = "ControlStep")
public record ControlStep(
        @Schema(description = "Where it led") Implementation implementation,

        @Schema(description = "The day on which it was taken")
        LocalDate on,

        @Schema(description = "Subject id of who reported it")
        String by,

        @Schema(description = "When it was reported") Instant at,
        @Nullable String remark,

        @Schema(description = "What shows it") List<EvidenceReference> evidence) {}
