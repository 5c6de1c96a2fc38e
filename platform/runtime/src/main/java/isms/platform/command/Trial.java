package isms.platform.command;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.Snapshots.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets commands decide on an aggregate one after the other, as they would, and records nothing. Of one thread. */
public final class Trial<S, E, R> {

    private final AggregateType<S, E, R> type;
    private final @Nullable R representation;
    private final long version;
    private final Instant now;
    private S state;
    private Instant effectiveAt;

    @SuppressWarnings("unchecked") // a snapshot of a stream holds the state of its type
    Trial(AggregateType<S, E, R> type, Snapshot snapshot, Instant now) {
        this.type = type;
        this.state = (S) snapshot.state();
        this.representation = (R) snapshot.representation();
        this.version = snapshot.version();
        this.effectiveAt = snapshot.effectiveAt();
        this.now = now;
    }

    /** The state that the next command decides on. */
    public S state() {
        return state;
    }

    /** Of the aggregate as it is recorded; 0 when there is none. */
    public long version() {
        return version;
    }

    /** The aggregate as it is recorded; null when there is none. */
    public @Nullable R representation() {
        return representation;
    }

    /**
     * What the command decides; later commands see it.
     *
     * @param statedAt when it happened according to an import; null for what happens now
     * @throws Refusal as the command would be refused
     */
    public List<E> carryOut(Command<S, E> command, @Nullable Instant statedAt) {
        StatedTime.check(statedAt, effectiveAt, now);
        List<E> facts = command.decide(state);
        for (E fact : facts) {
            state = type.evolve(state, fact);
            effectiveAt = statedAt == null ? now : statedAt;
        }
        return facts;
    }
}
