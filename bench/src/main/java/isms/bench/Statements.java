package isms.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What PostgreSQL itself counted while each request was sent a few times, of the roles that answer requests: statements that
 * look at something (one of them names the organization), without begin and commit.
 *
 * @param calls how many statements one request takes
 * @param longest of the statements of a request the one that took most time, with its mean duration
 */
record Statements(Map<String, Long> calls, Map<String, String> longest) {

    private static final int TIMES = 5;
    private static final int MOST_TOLD = 400;

    private static final String OF_REQUESTS = """
             from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname like '%reader' and s.query !~* '^\\s*(begin|commit|start|rollback|deallocate)'
            """;

    /** Sends a request and gives its answer. */
    interface Question {
        Api.Answer ask() throws IOException;
    }

    /** Restarts PostgreSQL with the extension that counts, and asks everything. */
    static Statements of(Installation installation, Map<String, Question> questions) throws Exception {
        try (var server = installation.superuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
        installation.postgres.kill();
        installation.postgres.restart();
        var calls = new LinkedHashMap<String, Long>();
        var longest = new LinkedHashMap<String, String>();
        try (var server = installation.superuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("create extension pg_stat_statements");
            for (var question : questions.entrySet()) {
                untilAnswered(question.getValue());
                statement.execute("select pg_stat_statements_reset()");
                for (int i = 0; i < TIMES; i++) {
                    question.getValue().ask().expect(200);
                }
                calls.put(question.getKey(), calls(server) / TIMES);
                longest.put(question.getKey(), longest(server));
                System.out.printf(
                        "%-28s %d statements, the longest: %.120s%n",
                        question.getKey(), calls.get(question.getKey()), longest.get(question.getKey()));
            }
        }
        return new Statements(calls, longest);
    }

    static void untilAnswered(Question question) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100 && question.ask().status() != 200; attempt++) {
            Thread.sleep(100);
        }
    }

    private static long calls(Connection server) throws SQLException {
        try (var query = server.prepareStatement("select coalesce(sum(s.calls), 0)::bigint" + OF_REQUESTS);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String longest(Connection server) throws SQLException {
        try (var query = server.prepareStatement(
                        "select round(s.mean_exec_time::numeric, 2) || ' ms, ' || s.rows / s.calls || ' rows: '"
                                + " || left(regexp_replace(regexp_replace(s.query, '\\s+', ' ', 'g'), '^select .*? from ', 'select ... from '), "
                                + MOST_TOLD + ")" + OF_REQUESTS
                                + " order by s.total_exec_time desc limit 1");
                var row = query.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
