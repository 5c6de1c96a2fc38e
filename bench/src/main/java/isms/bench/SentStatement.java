package isms.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that risk-service sends, in the words in which PostgreSQL wrote it down: to be asked once more without the service.
 *
 * @param sql with parameters as {@code $1}
 * @param arguments as literals
 */
record SentStatement(String sql, List<String> arguments) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARGUMENT = Pattern.compile("\\$\\d+ = ('(?:[^']|'')*'|NULL)");

    /**
     * Restarts PostgreSQL and the service, asks, and finds the statement.
     *
     * @param part of it, which no other has
     */
    static SentStatement of(Installation installation, String part, Statements.Question question) throws Exception {
        try (var server = installation.superuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("alter system set logging_collector = on");
            statement.execute("alter system set log_destination = 'jsonlog'");
            statement.execute("alter role risk_reader set log_statement = 'all'");
        }
        installation.riskService().close();
        installation.postgres.stop();
        installation.postgres.restart();
        installation.riskService().launch().await("ready");
        Statements.untilAnswered(question);
        question.ask().expect(200);
        installation.riskService().close();
        try (var server = installation.superuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("alter role risk_reader reset log_statement");
            var found = found(server, part);
            if (found == null) {
                throw new IllegalStateException("PostgreSQL was not sent anything with " + part);
            }
            return found;
        }
    }

    private static @Nullable SentStatement found(Connection server, String part) throws SQLException, IOException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery("select pg_read_file(pg_current_logfile('jsonlog'))")) {
            row.next();
            for (var line : row.getString(1).split("\n")) {
                var entry = JSON.readTree(line);
                var message = entry.path("message").asText();
                if (message.startsWith("execute ") && message.contains(part)) {
                    var arguments = ARGUMENT.matcher(entry.path("detail").asText())
                            .results()
                            .map(match -> match.group(1))
                            .toList();
                    return new SentStatement(message.substring(message.indexOf(": ") + 2), arguments);
                }
            }
            return null;
        }
    }

    /** Prepares it on a connection under a name; gives what carries it out. */
    String prepare(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("prepare " + name + " as " + sql);
        }
        return "execute " + name + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }
}
