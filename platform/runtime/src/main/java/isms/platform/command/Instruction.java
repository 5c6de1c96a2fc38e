package isms.platform.command;

import isms.platform.eventstore.IdempotencyKey;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under whose authority and on which conditions a command is carried out.
 *
 * @param tenant the organization; the command can reach no aggregate of another
 * @param actor subject id of the person or machine
 * @param roles the roles of the actor
 * @param correlation the request that began it all
 * @param causation the request or event that caused the command
 * @param traceId W3C trace id, where there is one
 * @param reason the reason that the actor gives, where one is given
 * @param statedAt when it happened according to an import; null for what happens now
 * @param expectedVersion the version that the caller has read (If-Match); null for any
 * @param idempotency the key under which a repetition is recognized; null for none
 */
public record Instruction(
        String tenant,
        String actor,
        Set<String> roles,
        UUID correlation,
        UUID causation,
        @Nullable String traceId,
        @Nullable String reason,
        @Nullable Instant statedAt,
        @Nullable Long expectedVersion,
        @Nullable IdempotencyKey idempotency) {

    /**
     * Under the same authority and without the key, for one of many commands that a request carries out, each safe to repeat
     * by itself.
     *
     * @param reason why
     * @param statedAt when it happened according to an import; null for what happens now
     * @param expectedVersion the version that the decision was judged on
     */
    public Instruction oneOfMany(@Nullable String reason, @Nullable Instant statedAt, long expectedVersion) {
        return new Instruction(
                tenant, actor, roles, correlation, causation, traceId, reason, statedAt, expectedVersion, null);
    }
}
