package isms.platform.deadline;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import java.time.Instant;

/**
 * A date of an aggregate that can pass (ALL-7). A CDI {@code @Singleton} of a service; found by being one.
 *
 * <p>That each passing is recorded once is the decision's doing: {@link #record} decides on the state as the log has it and
 * gives no fact when the passing is recorded already, or when the date is another one by now. Two replicas that decide at the
 * same moment meet in the log, which takes one of them.
 *
 * @param <S> the sealed state of the aggregate
 * @param <E> the sealed facts of the aggregate
 */
public interface Deadline<S, E> {

    /** Lower-kebab, unique within the service, e.g. {@code treatment-action-overdue}. */
    String name();

    /** The aggregates that have the date. */
    AggregateType<S, E, ?> type();

    /**
     * The aggregates whose date has passed and for which that is not recorded yet, oldest first: SQL over read models that
     * selects {@code (tenant text, id uuid)}, with one parameter {@code ?} for now (timestamptz) and one for the most rows
     * (int), in this order. It may name more than there are, since read models come after the log; the decision sorts them out.
     */
    String passed();

    /** What records it: decided on the aggregate's state, and no fact when there is nothing (any more) to record. */
    Command<S, E> record(Instant now);
}
