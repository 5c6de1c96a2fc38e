package isms.platform.decider;

import java.util.List;

/**
 * An intention of a person or a machine towards one aggregate, with everything that the decision needs: the caller, the
 * moment and the looked-up facts are components of the record, so that {@link #decide} is pure.
 *
 * @param <S> the sealed state of the aggregate
 * @param <E> the sealed facts of the aggregate
 */
public interface Command<S, E> {

    /**
     * Decides on the current state.
     *
     * @return the new facts in order; empty when the intention is already met and nothing is to be recorded
     * @throws Refusal when a rule forbids it
     */
    List<E> decide(S state);
}
