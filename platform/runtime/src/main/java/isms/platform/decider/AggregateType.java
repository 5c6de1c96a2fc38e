package isms.platform.decider;

import org.jspecify.annotations.Nullable;

/**
 * What the platform must know of one kind of aggregate. A service has one subclass, a CDI {@code @Singleton}, for each.
 *
 * @param <S> the sealed state that decisions ask
 * @param <E> the sealed interface of its facts, each a record marked {@link Fact}
 * @param <R> its representation: what a command answers with and the main read model keeps
 */
public abstract class AggregateType<S, E, R> {

    private final String kind;
    private final String keyPrefix;
    private final Class<E> facts;

    /**
     * @param kind stored name of the kind in lower-kebab, for example {@code risk}; never changes
     * @param keyPrefix prefix of the key that people use, for example {@code RISK} in {@code RISK-42}
     * @param facts the sealed interface of the facts
     */
    protected AggregateType(String kind, String keyPrefix, Class<E> facts) {
        this.kind = kind;
        this.keyPrefix = keyPrefix;
        this.facts = facts;
    }

    /** The state before the first fact. */
    public abstract S initial();

    /** The state after a fact; total, pure, never refuses. */
    public abstract S evolve(S state, E event);

    /**
     * The representation after a fact. Pure: it uses nothing but its arguments and returns a new object. The same fold
     * answers the command and fills the read model, so that both say the same.
     */
    public abstract R represent(@Nullable R before, Recorded<E> fact);

    public final String kind() {
        return kind;
    }

    public final String keyPrefix() {
        return keyPrefix;
    }

    public final Class<E> facts() {
        return facts;
    }

    /** The key that people use for the aggregate with this number. */
    public final String key(long number) {
        return keyPrefix + "-" + number;
    }
}
