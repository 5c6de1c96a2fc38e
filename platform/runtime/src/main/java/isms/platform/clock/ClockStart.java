package isms.platform.clock;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets a movable clock begin where the log is: after a restart it is as far ahead as it was, and the time of the log goes on
 * instead of standing still. A service that other machines can reach does not start with such a clock.
 */
@Singleton
class ClockStart {

    private static final Logger LOG = Logger.getLogger(ClockStart.class);
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

    private final MovableClock clock;
    private final boolean mayMove;
    private final String host;
    private final javax.sql.DataSource database;

    ClockStart(
            MovableClock clock,
            @ConfigProperty(name = "isms.clock.movable", defaultValue = "false") boolean mayMove,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host,
            @DataSource("writer") javax.sql.DataSource database) {
        this.clock = clock;
        this.mayMove = mayMove;
        this.host = host;
        this.database = database;
    }

    void start(@Observes @Priority(1) StartupEvent start) throws SQLException {
        if (!mayMove) {
            return;
        }
        if (!THIS_MACHINE.contains(host)) {
            throw new IllegalStateException("isms.clock.movable=true is for demonstrations on one machine, and "
                    + "quarkus.http.host=" + host + " is reached from others: leave it out");
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var last = statement.executeQuery("select recorded_at from event_log order by position desc limit 1")) {
            if (last.next()) {
                var ahead = Duration.between(
                        clock.real(), last.getObject(1, OffsetDateTime.class).toInstant());
                clock.putAhead(ahead.isNegative() ? Duration.ZERO : ahead);
            }
        }
        LOG.warnf(
                "the clock can be put ahead (isms.clock.movable) and is %s ahead: what is recorded here is no evidence",
                clock.ahead());
    }
}
