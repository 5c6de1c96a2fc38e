package isms.risk.heatmap;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.projection.Failures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps the counts that heat maps are made of, behind the register: what has come since the last time is counted at once, once
 * for all replicas. A heat map adds what is not counted yet, so nobody waits for this.
 */
@Singleton
class RiskCounts {

    /** What the counts tell apart of that which can narrow a heat map. */
    static final Set<String> KEPT_BY = Set.of("context", "kind", "status");

    private static final Logger LOG = Logger.getLogger(RiskCounts.class);

    private final javax.sql.DataSource database;

    RiskCounts(@DataSource("writer") javax.sql.DataSource database) {
        this.database = database;
    }

    @Scheduled(
            identity = "risk-counts",
            every = "${isms.risk-counts.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void countRegularly() {
        try {
            count();
        } catch (SQLException e) {
            if (Failures.passes(e)) {
                LOG.debug("counted the next time", e);
            } else {
                LOG.error("risks cannot be counted: heat maps take longer, and are right all the same", e);
            }
        }
    }

    /** Counts what has come since the last time, unless another replica does. */
    void count() throws SQLException {
        try (var connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                statement.execute("select count_risks()");
                connection.commit();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        }
    }
}
