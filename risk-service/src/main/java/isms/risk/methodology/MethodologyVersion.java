package isms.risk.methodology;

import isms.platform.decider.Recorded;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version as readers see it. */
@Schema(name = "MethodologyVersion")
public record MethodologyVersion(
        @Schema(description = "From 1; an approved version never changes")
        int version,

        VersionStatus status,
        Content content,

        @Schema(description = "Everyone who wrote some of it; none of them may approve it")
        Set<Subject> authors,

        @Nullable Instant submittedAt,

        @Schema(description = "Why it went back to its authors, the last time it did") @Nullable
        String returnedBecause,

        @Nullable Subject approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant inUseSince,
        @Nullable Instant supersededAt) {

    public MethodologyVersion {
        authors = Authors.inOrder(authors);
    }

    static MethodologyVersion draft(int version, Content content, Subject author) {
        return new MethodologyVersion(
                version, VersionStatus.DRAFT, content, Set.of(author), null, null, null, null, null, null);
    }

    MethodologyVersion revised(Content revised, Subject author) {
        return new MethodologyVersion(
                version,
                status,
                revised,
                Authors.with(authors, author),
                submittedAt,
                returnedBecause,
                null,
                null,
                null,
                null);
    }

    MethodologyVersion submitted(Instant at) {
        return new MethodologyVersion(
                version, VersionStatus.SUBMITTED, content, authors, at, returnedBecause, null, null, null, null);
    }

    MethodologyVersion returned(String reason) {
        return new MethodologyVersion(
                version, VersionStatus.DRAFT, content, authors, null, reason, null, null, null, null);
    }

    MethodologyVersion approved(Recorded<?> fact) {
        return new MethodologyVersion(
                version,
                VersionStatus.APPROVED,
                content,
                authors,
                submittedAt,
                null,
                new Subject(fact.actor()),
                fact.effectiveAt(),
                null,
                null);
    }

    MethodologyVersion inUse(Instant since) {
        return new MethodologyVersion(
                version,
                VersionStatus.IN_USE,
                content,
                authors,
                submittedAt,
                null,
                approvedBy,
                approvedAt,
                since,
                null);
    }

    MethodologyVersion superseded(Instant at) {
        return new MethodologyVersion(
                version,
                VersionStatus.SUPERSEDED,
                content,
                authors,
                submittedAt,
                null,
                approvedBy,
                approvedAt,
                inUseSince,
                at);
    }
}
