package isms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The statement that answers a request, as PostgreSQL logged it.
 *
 * @param naming the statement that names the organization, sent before it in the same transaction
 * @param tenant its parameter
 * @param select with {@code $1}, {@code $2} and so on
 * @param types of its parameters
 * @param values of its parameters, as the log tells them
 * @param asked which of them is the key in the request; -1 when none is
 */
record Observed(String naming, String tenant, String select, List<String> types, List<String> values, int asked) {

    private static final String READER = "risk_reader";
    private static final String PREFIX = "seen %u %p ";
    private static final Pattern STATEMENT =
            Pattern.compile("seen " + READER + " (\\d+) LOG: +(?:execute [^:]+|statement): (.*)");
    private static final Pattern DETAIL = Pattern.compile("seen " + READER + " (\\d+) DETAIL: +[Pp]arameters: (.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = '((?:[^']|'')*)'");

    private record Sent(String process, String sql, List<String> values) {}

    /** Sends the request and gives what PostgreSQL was asked for it, of the register. */
    static Observed of(Installation installation, Api api, String path, String key)
            throws IOException, SQLException, InterruptedException {
        // statements are planned and remembered before: what is logged is what is sent every time
        api.get(path).expect(200);
        try (var server = installation.superuser()) {
            logging(server, Map.of("log_statement", "all", "log_line_prefix", PREFIX));
            long before = Files.size(installation.postgresLog());
            api.get(path).expect(200);
            Thread.sleep(500);
            logging(server, Map.of("log_statement", "none", "log_line_prefix", ""));
            var sent = sent(installation.postgresLog(), before);
            var selects = sent.stream()
                    .filter(one -> one.sql().startsWith("select") && one.sql().contains("risk_register"))
                    .toList();
            if (selects.size() != 1) {
                throw new IllegalStateException(path + " is not answered by one statement but by " + selects);
            }
            var select = selects.getFirst();
            var naming = sent.subList(0, sent.indexOf(select)).reversed().stream()
                    .filter(one ->
                            one.process().equals(select.process()) && one.sql().contains("set_config('isms.tenant'"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(path + " is answered without naming the organization"));
            return new Observed(
                    naming.sql(),
                    naming.values().getFirst(),
                    select.sql(),
                    types(server, select.sql()),
                    select.values(),
                    select.values().indexOf(key));
        }
    }

    private static void logging(Connection server, Map<String, String> settings)
            throws SQLException, InterruptedException {
        try (var statement = server.createStatement()) {
            for (var setting : settings.entrySet()) {
                statement.execute("alter system set " + setting.getKey() + " = '" + setting.getValue() + "'");
            }
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(500);
    }

    private static List<Sent> sent(Path log, long from) throws IOException {
        var all = Files.readAllBytes(log);
        var text = new String(all, (int) from, all.length - (int) from, java.nio.charset.StandardCharsets.UTF_8);
        var sent = new ArrayList<Sent>();
        for (var line : text.split("\n", -1)) {
            var statement = STATEMENT.matcher(line);
            var detail = DETAIL.matcher(line);
            if (statement.matches()) {
                sent.add(new Sent(statement.group(1), statement.group(2), new ArrayList<>()));
            } else if (detail.matches()) {
                var last = sent.getLast();
                if (!last.process().equals(detail.group(1))) {
                    throw new IllegalStateException("statements of two requests are logged at once");
                }
                for (var found = PARAMETER.matcher(detail.group(2)); found.find(); ) {
                    last.values().add(found.group(2).replace("''", "'"));
                }
            } else if (line.startsWith("\t") && !sent.isEmpty()) {
                // the log indents the further lines of a statement
                throw new IllegalStateException("a statement of several lines: " + line);
            }
        }
        return sent;
    }

    private static List<String> types(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            // as PostgreSQL infers them
            statement.execute("prepare observed as " + sql);
            try (var row = statement.executeQuery(
                    "select parameter_types::text[] from pg_prepared_statements where name = 'observed'")) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            } finally {
                statement.execute("deallocate observed");
            }
        }
    }
}
