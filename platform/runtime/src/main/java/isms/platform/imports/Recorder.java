package isms.platform.imports;

import isms.platform.command.Commands;
import isms.platform.command.Deciding;
import isms.platform.command.Instruction;
import isms.platform.command.Outcome;
import isms.platform.decider.AggregateType;
import isms.platform.readmodel.VersionedRow;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Records what one row leads to: each decision on the version that the one before it has left. */
public final class Recorder<S, E, R extends VersionedRow> {

    private final Commands commands;
    private final AggregateType<S, E, R> type;
    private final UUID id;
    private final Instruction authority;
    private final String reason;
    private final AtomicLong version;

    /**
     * @param version on which the first decision is taken; 0 when there is nothing under the id
     * @param reason why all of it is recorded
     */
    public Recorder(
            Commands commands,
            AggregateType<S, E, R> type,
            UUID id,
            long version,
            Instruction authority,
            String reason) {
        this.commands = commands;
        this.type = type;
        this.id = id;
        this.authority = authority;
        this.reason = reason;
        this.version = new AtomicLong(version);
    }

    /** The step that records these decisions. What they rest on is looked up when they are recorded. */
    public Step step(Together<?, ?> together, Deciding<S, E> deciding) {
        return new Step(together.words(), () -> record(together.statedAt(), deciding));
    }

    private Step.Recorded record(@Nullable Instant statedAt, Deciding<S, E> deciding) {
        Instruction instruction = authority.oneOfMany(reason, statedAt, version.get());
        Outcome<R> outcome = version.get() == 0
                ? commands.beginKnowing(type, id, deciding, instruction)
                : commands.sendKnowing(type, id, deciding, instruction);
        version.set(outcome.version());
        return new Step.Recorded(id, outcome.representation().key, outcome.position());
    }
}
