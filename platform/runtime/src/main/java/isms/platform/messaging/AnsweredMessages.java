package isms.platform.messaging;

import io.quarkus.agroal.DataSource;
import isms.platform.projection.TemporarilyUnavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The messages that a reaction has answered in full. The log's idempotency keys keep one effect from happening twice; this keeps
 * a reaction from looking again, and finding other aggregates than the first time.
 */
@Singleton
class AnsweredMessages {

    private final javax.sql.DataSource database;

    AnsweredMessages(@DataSource("writer") javax.sql.DataSource database) {
        this.database = database;
    }

    boolean contain(Reaction reaction, CloudEventMessage message) {
        try (var connection = database.getConnection();
                var select = prepared(
                        connection,
                        "select exists (select 1 from answered_message"
                                + " where tenant = ? and reaction = ? and source = ? and message = ?)",
                        reaction,
                        message);
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("the answered messages cannot be read", e);
        }
    }

    void add(Reaction reaction, CloudEventMessage message) {
        try (var connection = database.getConnection();
                var insert = prepared(
                        connection,
                        "insert into answered_message (tenant, reaction, source, message) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        reaction,
                        message)) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("an answered message cannot be remembered", e);
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, Reaction reaction, CloudEventMessage message) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setString(1, message.tenant());
        statement.setString(2, reaction.name());
        statement.setString(3, message.source());
        statement.setObject(4, message.id());
        return statement;
    }
}
