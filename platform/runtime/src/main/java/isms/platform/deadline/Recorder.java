package isms.platform.deadline;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.deadline.Passed.Aggregate;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.readmodel.VersionedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has one passing recorded by the system: nobody asked for it, so it is nobody's request that it names.
 *
 * @param importRest how long an imported history is left alone after its last fact
 */
record Recorder(Commands commands, Duration importRest) {

    /** Who records that a date has passed (ALL-2). */
    private static final String SYSTEM = "system";

    /** Counts what was decided last: a command that lost a race decides again. */
    private static final class Counting<S, E> implements Command<S, E> {

        private final Command<S, E> command;
        private int facts;

        Counting(Command<S, E> command) {
            this.command = command;
        }

        @Override
        public List<E> decide(S state) {
            var decided = command.decide(state);
            facts = decided.size();
            return decided;
        }
    }

    /** Gives how many facts it took; none when it was recorded before, or when there is nothing to record (any more). */
    <S, E> int record(Deadline<S, E> deadline, Aggregate aggregate, Instant now) {
        if (deadline instanceof ShownDeadline<S, E, ?> shown) {
            return recordShown(shown, aggregate, now);
        }
        var found = shown(deadline.type(), deadline, aggregate);
        if (!(found instanceof VersionedRow row)) {
            throw new IllegalStateException("a " + deadline.type().kind() + " is represented by no versioned row");
        }
        return isBeingImported(row, now) ? 0 : send(deadline, aggregate, deadline.record(now), row.version, null);
    }

    /** What was decided on is what is recorded on: the version is expected to be that of what was shown. */
    private <S, E, R extends VersionedRow> int recordShown(
            ShownDeadline<S, E, R> deadline, Aggregate aggregate, Instant now) {
        R row = shown(deadline.type(), deadline, aggregate);
        return isBeingImported(row, now)
                ? 0
                : send(deadline, aggregate, deadline.record(row, now), row.version, row.version);
    }

    private <R> R shown(AggregateType<?, ?, R> type, Deadline<?, ?> deadline, Aggregate aggregate) {
        return commands.represent(type, aggregate.tenant(), aggregate.id())
                .orElseThrow(() -> new IllegalStateException(deadline.name() + " names the " + type.kind() + " "
                        + aggregate.id() + ", which the log has not"));
    }

    /**
     * Whether the next fact of a history from elsewhere may be on its way. It may say that the date was kept; and it would be
     * refused, as older than the last, if the passing had been recorded before it.
     */
    private boolean isBeingImported(VersionedRow row, Instant now) {
        return row.imported && row.validFrom.isAfter(now.minus(importRest));
    }

    private <S, E> int send(
            Deadline<S, E> deadline,
            Aggregate aggregate,
            Command<S, E> command,
            long version,
            @Nullable Long expectedVersion) {
        var counting = new Counting<>(command);
        var outcome = commands.send(
                deadline.type(),
                aggregate.id(),
                counting,
                new Instruction(
                        aggregate.tenant(),
                        SYSTEM,
                        Set.of(SYSTEM),
                        UuidCreator.getTimeOrderedEpoch(),
                        UuidCreator.getTimeOrderedEpoch(),
                        null,
                        null,
                        null,
                        expectedVersion,
                        IdempotencyKey.ofItsOwn("deadline/" + deadline.name() + "/" + aggregate.id() + "/" + version)));
        return outcome.replayed() ? 0 : counting.facts;
    }
}
