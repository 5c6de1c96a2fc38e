package isms.platform.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One decision in the life of something, in plain words (ALL-6). */
@Schema(name = "HistoryEntry")
public record HistoryEntry(
        @Schema(description = "Version that the decision made: the ETag of that moment")
        long version,

        @Schema(description = "What was decided, in words", examples = "Owner changed from u-0017 to u-0023")
        String what,

        @Schema(description = "Stored name of the fact", examples = "risk-owner-changed")
        String fact,

        @Schema(description = "When it happened: the stated moment of imported history, else when it was recorded")
        Instant at,

        @Schema(description = "When it was recorded in the log")
        Instant recordedAt,

        @Schema(description = "Whether `at` was stated by an import and not witnessed by this system")
        boolean imported,

        @Schema(description = "Subject id of who decided", examples = "u-0017")
        String actor,

        @Schema(description = "The roles that the actor held then")
        List<String> roles,

        @Schema(description = "Why, where a reason was given") @Nullable
        String reason,

        @Schema(description = "Clauses of ISO/IEC 27001:2022 that the decision serves")
        List<String> clauses,

        @Schema(description = "The request that began it all")
        UUID correlation) {}
