package isms.platform.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** Local database transactions bound to the thread of a unit of work: Axon's token and our effects in one of them. */
final class JdbcTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource source;
    private final ThreadLocal<@Nullable Bound> bound = new ThreadLocal<>();

    JdbcTransactions(DataSource source) {
        this.source = source;
    }

    private static final class Bound {

        private final Connection connection;
        private final Connection shared;
        private int depth = 1;
        private boolean doomed;

        Bound(Connection connection) {
            this.connection = connection;
            this.shared = (Connection) Proxy.newProxyInstance(
                    JdbcTransactions.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, args) -> {
                        // Whoever borrows it does not end it.
                        if (method.getName().equals("close") || method.getName().equals("commit")) {
                            return null;
                        }
                        try {
                            return method.invoke(connection, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    });
        }
    }

    /** The connection of the running transaction; outside of one, a fresh connection that the caller closes. */
    @Override
    public Connection getConnection() throws SQLException {
        var running = bound.get();
        return running == null ? source.getConnection() : running.shared;
    }

    @Override
    public Transaction startTransaction() {
        var running = bound.get();
        if (running != null) {
            running.depth++;
            return transaction(running);
        }
        try {
            var connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            var started = new Bound(connection);
            bound.set(started);
            return transaction(started);
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("no connection to the database", e);
        }
    }

    private Transaction transaction(Bound running) {
        return new Transaction() {
            @Override
            public void commit() {
                end(running, true);
            }

            @Override
            public void rollback() {
                end(running, false);
            }
        };
    }

    private void end(Bound running, boolean success) {
        running.doomed |= !success;
        if (--running.depth > 0) {
            return;
        }
        bound.remove();
        try (Connection connection = running.connection) {
            if (running.doomed) {
                connection.rollback();
            } else {
                connection.commit();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("the database did not end the transaction", e);
        }
    }
}
