package isms.platform.decider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the envelope under which the log keeps it.
 *
 * @param position place in the service's log; dense, from 1, in commit order
 * @param tenantPosition place in the organization's part of the log; dense, from 1
 * @param tenant the organization
 * @param kind the kind of aggregate, for example {@code risk}
 * @param aggregate the aggregate's id
 * @param number the aggregate's number within its tenant and kind, dense from 1; with the kind's prefix it is the key
 *     that people use ({@code RISK-42})
 * @param version version of the aggregate after this fact, from 1
 * @param eventId identity of the fact, for example for deduplication by readers
 * @param event the fact
 * @param recordedAt when it was appended, UTC, microseconds; never decreases along the log
 * @param statedAt when it is said to have happened, where the client imported it from elsewhere; null when it was
 *     recorded as it happened
 * @param actor subject id of the person or machine who decided
 * @param roles the roles of the actor at that moment
 * @param correlation the request that began it all
 * @param causation the command or event that caused it
 * @param traceId W3C trace id, where there is one
 * @param clauses the clauses that the decision serves
 * @param reason the reason that the actor gave, where one was given
 */
public record Recorded<E>(
        long position,
        long tenantPosition,
        String tenant,
        String kind,
        UUID aggregate,
        long number,
        long version,
        UUID eventId,
        E event,
        Instant recordedAt,
        @Nullable Instant statedAt,
        String actor,
        Set<String> roles,
        UUID correlation,
        UUID causation,
        @Nullable String traceId,
        List<String> clauses,
        @Nullable String reason) {

    /** When it happened, as far as anyone says: the stated moment of an imported fact, else the recorded one. */
    public Instant effectiveAt() {
        return statedAt == null ? recordedAt : statedAt;
    }
}
