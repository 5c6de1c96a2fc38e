package isms.platform.command;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Carries commands out. Blocks until the facts are durable: call it on a virtual thread. */
@Singleton
public class Commands {

    /**
     * Loads the aggregate, lets the command decide, appends its facts durably and answers.
     *
     * @throws isms.platform.decider.Refusal when a rule forbids it
     * @throws StaleVersion when the aggregate is not at the expected version
     * @throws IdempotencyKeyReused when the key was used for another request
     * @throws isms.platform.eventstore.Overloaded when the append queue is full
     */
    public <S, E, R> Outcome<R> send(
            AggregateType<S, E, R> type, UUID aggregate, Command<S, E> command, Instruction instruction) {
        throw new IllegalStateException("wired by the event store");
    }

    /** The state of an aggregate now, never stale, also when another replica changed it. */
    public <S, E, R> Loaded<S> load(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        throw new IllegalStateException("wired by the event store");
    }

    /** The representation of an aggregate now, never stale; empty when there is no such aggregate in the tenant. */
    public <S, E, R> Optional<R> represent(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        throw new IllegalStateException("wired by the event store");
    }

    /** The aggregate behind an id or a key such as {@code RISK-42}; empty when the tenant has none. */
    public Optional<UUID> resolve(AggregateType<?, ?, ?> type, String tenant, String idOrKey) {
        throw new IllegalStateException("wired by the event store");
    }
}
