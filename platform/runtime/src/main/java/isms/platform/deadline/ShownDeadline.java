package isms.platform.deadline;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.readmodel.VersionedRow;
import java.time.Instant;

/**
 * A deadline whose date stands in the representation and not in the state, because it derives from when something happened.
 * The representation is folded from the log itself, and what is decided on it is recorded only while it is current.
 *
 * @param <S> the sealed state of the aggregate
 * @param <E> the sealed facts of the aggregate
 * @param <R> its representation
 */
public interface ShownDeadline<S, E, R extends VersionedRow> extends Deadline<S, E> {

    @Override
    AggregateType<S, E, R> type();

    /** As {@link Deadline#record(Instant)}, with what the aggregate is like at the moment. */
    Command<S, E> record(R shown, Instant now);

    @Override
    default Command<S, E> record(Instant now) {
        throw new UnsupportedOperationException(name() + " is decided on the representation");
    }
}
