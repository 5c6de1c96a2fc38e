package isms.platform.projection;

import isms.platform.decider.Recorded;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.UnreadableFact;
import isms.platform.projection.Projector.ByAggregate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.PGConnection;

/**
 * Fills the bare twin of a table with the rows of whole aggregates: each is written once, when its end is known, and none is looked
 * up. An aggregate of which a fact cannot be projected goes the usual way, fact by fact, so that the same ones are parked.
 */
final class Filling {

    private static final int ROWS = 2_000;
    private static final int TYPICAL_LENGTH = 3_000;

    private static final String BEFORE = "savepoint before_copy";
    private static final String BACK = "rollback to savepoint before_copy";

    private final Connection connection;
    private final Projection twin;
    private final ByAggregate way;
    private final String copy;
    private long parked;

    /** @param connection in a transaction that finds the twin */
    Filling(Connection connection, Projection twin, ByAggregate way) throws SQLException {
        this.connection = connection;
        this.twin = twin;
        this.way = way;
        this.copy = way.copy(connection);
    }

    /** @param facts how many they are */
    private record Chunk(List<List<Recorded<?>>> aggregates, String lines, List<List<Recorded<?>>> others, int facts) {}

    /** Called in the transaction that has written rows. */
    interface Step {
        void done(int facts) throws SQLException;
    }

    /** Fills in what the log holds up to a position; gives how many facts were parked. */
    long fill(EventLog log, long upTo, Step step) throws SQLException {
        try (var aggregates = log.byAggregate(way.kind(), upTo)) {
            var chunk = next(aggregates);
            while (chunk.facts > 0) {
                // the next is read and projected while this one is written
                var next = CompletableFuture.supplyAsync(() -> next(aggregates), Thread::startVirtualThread);
                try {
                    write(chunk);
                    step.done(chunk.facts);
                } finally {
                    next.exceptionally(failed -> null).join();
                }
                chunk = join(next);
            }
        }
        return parked;
    }

    /** What another thread has read meanwhile; fails as it did. */
    static <T> T join(CompletableFuture<T> next) {
        try {
            return next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Chunk next(EventLog.Aggregates aggregates) {
        var projected = new ArrayList<List<Recorded<?>>>();
        var others = new ArrayList<List<Recorded<?>>>();
        var lines = new StringBuilder(ROWS * TYPICAL_LENGTH);
        int facts = 0;
        while (facts < ROWS) {
            var aggregate = aggregates.next();
            if (aggregate.isEmpty()) {
                break;
            }
            facts += aggregate.size();
            (append(lines, aggregate) ? projected : others).add(aggregate);
        }
        return new Chunk(projected, lines.toString(), others, facts);
    }

    /** Whether all its facts can be projected; appends nothing otherwise. */
    private boolean append(StringBuilder lines, List<Recorded<?>> aggregate) {
        if (aggregate.stream().anyMatch(fact -> fact.event() instanceof UnreadableFact)) {
            return false;
        }
        int before = lines.length();
        try {
            way.append(lines, aggregate);
            return true;
        } catch (RuntimeException unprojectable) {
            lines.setLength(before);
            return false;
        }
    }

    private void write(Chunk chunk) throws SQLException {
        if (!copied(chunk.lines)) {
            for (var aggregate : chunk.aggregates) {
                var lines = new StringBuilder();
                if (!append(lines, aggregate) || !copied(lines.toString())) {
                    oneByOne(aggregate);
                }
            }
        }
        for (var aggregate : chunk.others) {
            oneByOne(aggregate);
        }
    }

    private void oneByOne(List<Recorded<?>> aggregate) throws SQLException {
        parked += twin.applyAlone(
                connection, aggregate.stream().map(LoggedFact::of).toList());
    }

    /** Whether the table takes all of them; it has none of them otherwise. */
    private boolean copied(String lines) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(BEFORE);
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(copy, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
                return true;
            } catch (SQLException e) {
                if (Failures.passes(e)) {
                    throw e;
                }
                statement.execute(BACK);
                return false;
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
