package isms.platform.projection;

import isms.platform.eventstore.PostgresEventStorageEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects a whole batch of a streaming processor and projects it at once, in the transaction that also stores the
 * processor's token.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private final Projection projection;
    private final JdbcTransactions transactions;
    private final Progress progress;
    private final String resource;

    BatchInvoker(Projection projection, JdbcTransactions transactions, Progress progress) {
        this.projection = projection;
        this.transactions = transactions;
        this.progress = progress;
        this.resource = "batch of " + projection.name();
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
            long position = projection.advance(connection, facts);
            unit.afterCommit(committed -> progress.reached(projection.name(), position));
        } catch (SQLException e) {
            throw new TemporarilyUnavailable(projection.name() + " did not reach its database", e);
        }
    }

    /** A rebuild goes beside the live tables instead, see {@link Rebuilds}. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
