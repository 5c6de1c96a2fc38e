package isms.platform.projection;

import isms.platform.eventstore.PostgresEventStorageEngine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects a whole batch of a streaming processor and projects it at once, in the transaction that also stores the
 * processor's token. Then it rests for a moment: facts that arrive meanwhile share the next transaction.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private final List<Projection> projections;
    private final JdbcTransactions transactions;
    private final Progress progress;
    private final Duration rest;
    private final String resource;

    /** @param projections advance together, in this order */
    BatchInvoker(
            String name,
            List<Projection> projections,
            JdbcTransactions transactions,
            Progress progress,
            Duration rest) {
        this.projections = projections;
        this.transactions = transactions;
        this.progress = progress;
        this.rest = rest;
        this.resource = "batch of " + name;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        List<LoggedFact> facts = batch.getOrComputeResource(resource, first -> {
            var collected = new ArrayList<LoggedFact>();
            batch.onPrepareCommit(unit -> project(unit, collected));
            return collected;
        });
        facts.add(LoggedFact.of(PostgresEventStorageEngine.recorded(message)));
    }

    private void project(UnitOfWork<?> unit, List<LoggedFact> facts) {
        try (var connection = transactions.getConnection()) {
            long fromMemory = Projection.advanceFromMemory(connection, projections, facts);
            long position = fromMemory > 0 ? fromMemory : Projection.advance(connection, projections, facts);
            unit.afterCommit(committed -> {
                projections.forEach(projection -> progress.reached(projection.name(), position));
                LockSupport.parkNanos(rest.toNanos());
            });
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("the " + resource + " did not reach its database", e);
        }
    }

    /** A rebuild goes beside the live tables instead, see {@link Rebuilds}. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
