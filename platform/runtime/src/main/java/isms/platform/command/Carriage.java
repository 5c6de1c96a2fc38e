package isms.platform.command;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.Append;
import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.Append.Conflict;
import isms.platform.eventstore.Append.KeyReused;
import isms.platform.eventstore.Decision;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.StreamId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** One command on its way through Axon Framework, and what became of it. Lives as metadata of the command message. */
final class Carriage<S, E, R> implements Decision {

    private final AggregateType<S, E, R> type;
    private final StreamId stream;
    private final boolean begins;
    private final Command<S, E> command;
    private final Grounds grounds;
    private final Instruction instruction;
    private long versionBefore;
    private List<Recorded<E>> recorded = List.of();
    private @Nullable Outcome<R> outcome;

    Carriage(
            AggregateType<S, E, R> type,
            UUID aggregate,
            boolean begins,
            Command<S, E> command,
            Grounds grounds,
            Instruction instruction) {
        this.type = type;
        this.stream = new StreamId(instruction.tenant(), type.kind(), aggregate);
        this.begins = begins;
        this.command = command;
        this.grounds = grounds;
        this.instruction = instruction;
    }

    AggregateType<S, E, R> type() {
        return type;
    }

    StreamId stream() {
        return stream;
    }

    /** Whether the id is fresh, so that nothing needs to be loaded. */
    boolean begins() {
        return begins;
    }

    Command<S, E> command() {
        return command;
    }

    Instruction instruction() {
        return instruction;
    }

    void foundAt(long version) {
        versionBefore = version;
    }

    /** The facts as the log keeps them; empty before they are durable and when the command decided nothing. */
    List<Recorded<E>> recorded() {
        return recorded;
    }

    /** Notes what the aggregate is like after the command. */
    void leave(Decided<S, E, R> decided) {
        if (decided.version() == 0) {
            return; // decided nothing on nothing
        }
        outcome = new Outcome<>(
                stream.aggregate(),
                decided.version(),
                decided.position(),
                Objects.requireNonNull(decided.representation()),
                versionBefore == 0,
                false);
    }

    Outcome<R> outcome() {
        if (outcome == null) {
            throw new IllegalStateException("a command brought nothing into being on " + stream.asText());
        }
        return outcome;
    }

    @Override
    public Append append(List<?> facts, EventTypes types) {
        var written = new ArrayList<Append.NewFact>(facts.size());
        for (var fact : facts) {
            var stored = types.of(fact);
            written.add(new Append.NewFact(
                    UuidCreator.getTimeOrderedEpoch(),
                    stored.type(),
                    stored.revision(),
                    stored.clauses(),
                    types.write(stored, fact)));
        }
        return new Append(
                stream.tenant(),
                stream.kind(),
                stream.aggregate(),
                versionBefore,
                written,
                instruction.statedAt(),
                instruction.actor(),
                instruction.roles().stream().sorted().toList(),
                instruction.correlation(),
                instruction.causation(),
                instruction.traceId(),
                instruction.reason(),
                instruction.idempotency(),
                grounds.handIn());
    }

    @Override
    public boolean trustsSnapshot() {
        return grounds.trust();
    }

    /**
     * @throws ConcurrencyException when the aggregate moved on meanwhile
     * @throws Answered when the idempotency key was answered before
     */
    @Override
    @SuppressWarnings("unchecked") // the facts are those that the command of this carriage decided
    public void settle(Append append, Append.Result result, List<?> facts) {
        switch (result) {
            case Appended durable -> recorded = envelopes(append, durable, (List<E>) facts);
            case Conflict conflict ->
                throw new ConcurrencyException(stream.asText() + " is at version " + conflict.actualVersion());
            case AnsweredBefore answer -> throw new Answered(answer);
            case KeyReused reused -> throw new Answered(reused);
        }
    }

    private List<Recorded<E>> envelopes(Append append, Appended durable, List<E> facts) {
        var envelopes = new ArrayList<Recorded<E>>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            envelopes.add(new Recorded<>(
                    durable.position() + i,
                    durable.tenantPosition() + i,
                    stream.tenant(),
                    stream.kind(),
                    stream.aggregate(),
                    durable.number(),
                    versionBefore + 1 + i,
                    append.facts().get(i).eventId(),
                    facts.get(i),
                    durable.recordedAt(),
                    append.statedAt(),
                    append.actor(),
                    new LinkedHashSet<>(append.roles()),
                    append.correlation(),
                    append.causation(),
                    append.traceId(),
                    append.facts().get(i).clauses(),
                    append.reason()));
        }
        return envelopes;
    }

    /** Ends the unit of work of a command that need not be carried out again. */
    static final class Answered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Append.Result result;

        Answered(Append.Result result) {
            super("answered before", null, false, false);
            this.result = result;
        }

        Append.Result result() {
            return result;
        }
    }
}
