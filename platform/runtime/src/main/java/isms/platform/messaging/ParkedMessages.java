package isms.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.agroal.DataSource;
import isms.platform.messaging.Arrival.Lane;
import isms.platform.projection.Failures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages that wait for an operator, in the order of their key. */
@Singleton
class ParkedMessages {

    private static final String COLUMNS = "topic, topic_partition, topic_offset, message_key, headers, payload";

    private final javax.sql.DataSource database;
    private final ObjectMapper json = new ObjectMapper();

    ParkedMessages(@DataSource("writer") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Those of the lanes in which something waits. */
    Set<Lane> blocked(Collection<Lane> lanes) throws SQLException {
        var blocked = new HashSet<Lane>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select distinct topic, message_key from parked_message"
                                + " join unnest(?::text[], ?::text[]) as lane(topic, message_key) using (topic, message_key)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", lanes.stream().map(Lane::topic).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", lanes.stream().map(Lane::key).toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    blocked.add(new Lane(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return blocked;
    }

    /** Parks the first of its lane; parked once however often it comes. */
    void park(Arrival arrival, Exception failure) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, arrival.lane());
            insert(connection, arrival, failure);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Parks it behind what waits in its lane; false when nothing waits there any more. */
    boolean parkBehind(Arrival arrival) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, arrival.lane());
            boolean waiting = !waiting(connection, arrival.lane()).isEmpty();
            if (waiting) {
                insert(connection, arrival, null);
            }
            connection.commit();
            connection.setAutoCommit(true);
            return waiting;
        }
    }

    interface Handler {
        void handle(Arrival arrival) throws Exception;
    }

    /**
     * Hands the messages of a lane to the handler again, in order, until one fails.
     *
     * @return how many still wait
     */
    int retry(Lane lane, Handler handler) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, lane);
            var waiting = waiting(connection, lane);
            int done = 0;
            for (Arrival arrival : waiting) {
                try {
                    handler.handle(arrival);
                } catch (Exception e) {
                    change(
                            connection,
                            "update parked_message set error = ?, attempts = attempts + 1"
                                    + " where topic = ? and topic_partition = ? and topic_offset = ?",
                            Failures.describe(e),
                            arrival);
                    break;
                }
                change(
                        connection,
                        "delete from parked_message where topic = ? and topic_partition = ? and topic_offset = ?",
                        null,
                        arrival);
                done++;
            }
            connection.commit();
            connection.setAutoCommit(true);
            return waiting.size() - done;
        }
    }

    long count() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from parked_message");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A retry and the arrival of a further message of the lane take turns. */
    private static void lock(Connection connection, Lane lane) throws SQLException {
        try (var select = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")) {
            select.setString(1, lane.topic());
            select.setString(2, lane.key());
            select.execute();
        }
    }

    private List<Arrival> waiting(Connection connection, Lane lane) throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + " from parked_message"
                + " where topic = ? and message_key = ? order by topic_partition, topic_offset")) {
            select.setString(1, lane.topic());
            select.setString(2, lane.key());
            var waiting = new ArrayList<Arrival>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Arrival(
                            row.getString(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getString(4),
                            new Attributes(
                                    json.readValue(row.getString(5), new TypeReference<Map<String, String>>() {})),
                            row.getBytes(6)));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            return waiting;
        }
    }

    private void insert(Connection connection, Arrival arrival, @Nullable Exception failure) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into parked_message (" + COLUMNS
                        + ", tenant, type, error, attempts) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, arrival.topic());
            insert.setInt(2, arrival.partition());
            insert.setLong(3, arrival.offset());
            insert.setString(4, arrival.key());
            insert.setString(5, json.valueToTree(arrival.attributes().headers()).toString());
            insert.setBytes(6, arrival.payload() == null ? new byte[0] : arrival.payload());
            insert.setString(7, arrival.attributes().tenant());
            insert.setString(8, arrival.attributes().type());
            insert.setString(9, failure == null ? null : Failures.describe(failure));
            insert.setInt(10, failure == null ? 0 : 1);
            insert.executeUpdate();
        }
    }

    private static void change(Connection connection, String sql, @Nullable String first, Arrival arrival)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int next = 1;
            if (first != null) {
                statement.setString(next++, first);
            }
            statement.setString(next++, arrival.topic());
            statement.setInt(next++, arrival.partition());
            statement.setLong(next, arrival.offset());
            statement.executeUpdate();
        }
    }
}
