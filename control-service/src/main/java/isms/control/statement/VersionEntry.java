package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import isms.platform.people.Subject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a statement as readers see it. */
@Schema(name = "StatementVersion")
public record VersionEntry(
        @Schema(description = "From 1") int number,

        @Schema(enumeration = {"draft", "submitted", "in-force", "superseded"})
        String status,

        Tally tally,
        Subject startedBy,
        Instant startedAt,
        @Nullable Subject submittedBy,
        @Nullable Instant submittedAt,

        @Schema(description = "Why it went back to its authors, the last time it did") @Nullable
        String returnedBecause,

        @Nullable Subject approvedBy,
        @Nullable Instant approvedAt,

        @Schema(description = "Whether a delegate approved it for top management")
        boolean delegated,

        @Schema(description = "Subject ids of whoever wrote a line of it; known from its approval on")
        List<Subject> authors,

        @Nullable Instant supersededAt,

        @Schema(description = "The version that is in force instead") @Nullable
        Integer supersededBy) {

    static VersionEntry started(int number, Tally tally, Subject by, Instant at) {
        return new VersionEntry(
                number, "draft", tally, by, at, null, null, null, null, null, false, List.of(), null, null);
    }

    VersionEntry counted(Tally now) {
        return new VersionEntry(
                number,
                status,
                now,
                startedBy,
                startedAt,
                submittedBy,
                submittedAt,
                returnedBecause,
                approvedBy,
                approvedAt,
                delegated,
                authors,
                supersededAt,
                supersededBy);
    }

    VersionEntry submitted(Subject by, Instant at) {
        return new VersionEntry(
                number,
                "submitted",
                tally,
                startedBy,
                startedAt,
                by,
                at,
                returnedBecause,
                null,
                null,
                false,
                List.of(),
                null,
                null);
    }

    VersionEntry returned(String reason) {
        return new VersionEntry(
                number, "draft", tally, startedBy, startedAt, null, null, reason, null, null, false, List.of(), null,
                null);
    }

    VersionEntry approved(Subject by, Instant at, boolean byDelegate, List<Subject> writers) {
        return new VersionEntry(
                number,
                "in-force",
                tally,
                startedBy,
                startedAt,
                submittedBy,
                submittedAt,
                null,
                by,
                at,
                byDelegate,
                writers,
                null,
                null);
    }

    VersionEntry superseded(int by, Instant at) {
        return new VersionEntry(
                number,
                "superseded",
                tally,
                startedBy,
                startedAt,
                submittedBy,
                submittedAt,
                null,
                approvedBy,
                approvedAt,
                delegated,
                authors,
                at,
                by);
    }

    @JsonIgnore
    public boolean isApproved() {
        return approvedAt != null;
    }
}
