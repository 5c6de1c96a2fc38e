package isms.platform.messaging;

import io.quarkus.agroal.DataSource;
import isms.platform.projection.TemporarilyUnavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The messages that a reaction has answered in full. The log's idempotency keys keep one effect from happening twice; this keeps
 * a reaction from looking again, and finding other aggregates than the first time.
 */
@Singleton
class AnsweredMessages {

    private static final String GIVEN =
            " unnest(?::text[], ?::text[], ?::text[], ?::uuid[]) as given(tenant, reaction, source, message)";

    /** A message, answered by a reaction. */
    record Answer(String tenant, String reaction, String source, UUID message) {}

    private final javax.sql.DataSource database;

    AnsweredMessages(@DataSource("writer") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Those of the answers that have been given. */
    Set<Answer> among(Collection<Answer> possible) {
        var given = new HashSet<Answer>();
        if (possible.isEmpty()) {
            return given;
        }
        try (var connection = database.getConnection();
                var select = prepared(
                        connection,
                        "select tenant, reaction, source, message from answered_message join" + GIVEN
                                + " using (tenant, reaction, source, message)",
                        List.copyOf(possible));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                given.add(new Answer(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getObject(4, UUID.class)));
            }
            return given;
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("the answered messages cannot be read", e);
        }
    }

    /** Remembers them, in one commit. */
    void add(Collection<Answer> given) {
        if (given.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = prepared(
                        connection,
                        "insert into answered_message (tenant, reaction, source, message)"
                                + " select tenant, reaction, source, message from" + GIVEN + " on conflict do nothing",
                        List.copyOf(given))) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("answered messages cannot be remembered", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Answer> answers)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", answers.stream().map(Answer::tenant).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", answers.stream().map(Answer::reaction).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text", answers.stream().map(Answer::source).toArray()));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "uuid", answers.stream().map(Answer::message).toArray()));
        return statement;
    }
}
