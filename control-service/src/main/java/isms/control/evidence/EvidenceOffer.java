package isms.control.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody, or a machine, offers as evidence. */
@Schema(name = "EvidenceOffer", examples = EvidenceOffer.EXAMPLE)
public record EvidenceOffer(
        @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
        UUID id,

        @NotNull EvidenceKind kind,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 4000) String description,

        @Schema(description = "Of a file: the digest under which it was uploaded")
        @Nullable
        @Pattern(regexp = "[0-9a-f]{64}")
        String sha256,

        @Schema(description = "Of a file: how people call it", examples = "restore-2026-10.pdf")
        @Nullable
        @Size(max = 200)
        String fileName,

        @Schema(description = "Of a file: what it is", examples = "application/pdf")
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,120}")
        String mediaType,

        @Schema(description = "Of a link: where it is") @Nullable @Size(max = 2000)
        String link,

        @Schema(description = "Of a result: what the machine says")
        MachineResult.@Nullable Outcome outcome,

        @Schema(description = "Of a result: which machine, with its version") @Nullable @Size(max = 200)
        String tool,

        @Schema(description = "Of a result: what it was about, and more of it") @Nullable @Size(max = 10000)
        String detail,

        @Schema(description = "When it was collected; now, when absent") @Nullable
        Instant at) {

    static final String EXAMPLE = """
            {"kind": "result", "title": "Nightly restore", "outcome": "pass", "tool": "nightly-restore 2.4",
             "detail": "12 of 12 servers restored", "at": "2026-10-01T03:00:00Z"}
            """;
}
