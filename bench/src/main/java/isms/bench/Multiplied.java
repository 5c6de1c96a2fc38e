package isms.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Makes a large log out of a small one: copies the facts of the risks that were written through the API, again and again, with ids,
 * numbers, positions and moments of their own, and with each fact the row of the register that the service made of the one it is
 * a copy of. Everything is as if as many risks had been written, but for the hashes of the facts, which are those of the originals.
 * The service must not run meanwhile.
 */
final class Multiplied {

    private static final String OPEN = "9999-12-31T00:00:00Z";
    private static final Duration BETWEEN_TOLD = Duration.ofSeconds(20);

    private final Connection server;
    private final long before;
    private final long last;
    private final long firstNumber;
    private final long firstOfTenant;
    private final long risks;

    private long head;
    private long number;
    private long ofTenant;

    /**
     * @param server a connection of a superuser, used by nobody else
     * @param before all facts after this position are the ones to copy: of risks, and projected
     */
    Multiplied(Connection server, long before) throws SQLException {
        this.server = server;
        this.before = before;
        last = head(server);
        risks = number(server, "select count(distinct aggregate) from event_log where position > " + before);
        firstNumber = number(server, "select min(number) from event_log where position > " + before);
        firstOfTenant = number(server, "select min(tenant_position) from event_log where position > " + before);
        long alike = number(server, """
                select count(*) from event_log e join risk_register r using (position)
                where e.position > %d and e.kind = 'risk' and e.tenant = '%s' and r.id = e.aggregate
                """.formatted(before, Installation.TENANT));
        if (alike != facts()) {
            throw new IllegalStateException(
                    (facts() - alike) + " of " + facts() + " facts are none of a risk, or not projected");
        }
        execute("""
                create temp table template as
                select position, aggregate, number, version, lead(position) over stream as next, first_value(position) over stream as first
                from event_log where position > %d window stream as (partition by aggregate order by version)
                """.formatted(before));
        execute("create temp table copied (source uuid primary key, id uuid not null, number bigint not null)");
        execute("analyze template, event_log, risk_register");
    }

    /** How many facts one copy has. */
    long facts() {
        return last - before;
    }

    /** How many risks one copy has. */
    long risks() {
        return risks;
    }

    /** Copies for as long as there is room for another up to so many facts; all read models then are at the head of the log. */
    void untilFacts(long most) throws SQLException {
        until(position -> position + facts() <= most);
    }

    /** Copies for as long as there is room for another up to so many risks. */
    void untilRisks(long most) throws SQLException {
        until(position -> number + risks <= most);
    }

    private void until(LongPredicate hasRoom) throws SQLException {
        begin();
        long told = System.nanoTime();
        // what a crash would take of a copy is made anew with everything else
        execute("set synchronous_commit = off");
        while (hasRoom.test(head)) {
            copy(true);
            if (System.nanoTime() - told > BETWEEN_TOLD.toNanos()) {
                told = System.nanoTime();
                System.out.printf("  %d facts, %d risks%n", head, number);
            }
        }
        execute("set synchronous_commit = on");
        passToTheHead(server);
        execute("vacuum analyze");
        System.out.printf("%d facts, %d risks%n", head, number);
    }

    /** One more copy of the facts, in one transaction, left to the service to be projected; gives the position of the last. */
    long appendUnprojected() throws SQLException {
        server.setAutoCommit(false);
        try {
            begin();
            copy(false);
            server.commit();
        } finally {
            server.rollback();
            server.setAutoCommit(true);
        }
        return head;
    }

    private void begin() throws SQLException {
        head = head(server);
        number = number(
                server,
                "select max(number) from event_log where tenant = '%s' and kind = 'risk' and version = 1"
                        .formatted(Installation.TENANT));
        ofTenant = number(
                server,
                "select max(tenant_position) from event_log where tenant = '%s'".formatted(Installation.TENANT));
    }

    private void copy(boolean withRows) throws SQLException {
        execute("truncate copied");
        execute(
                "insert into copied select aggregate, uuidv7(), number + %d from template where version = 1 order by number"
                        .formatted(number + 1 - firstNumber));
        var fact = new LinkedHashMap<String, String>();
        fact.put("position", "o.position + " + (head - before));
        fact.put("tenant_position", "o.tenant_position + " + (ofTenant + 1 - firstOfTenant));
        fact.put("aggregate", "c.id");
        fact.put("number", "c.number");
        fact.put("event_id", "uuidv7()");
        fact.put("recorded_at", moment("o.position"));
        insert("event_log", fact, "o.aggregate");
        if (withRows) {
            var row = new LinkedHashMap<String, String>();
            row.put("position", "o.position + " + (head - before));
            row.put("id", "c.id");
            row.put("key", "regexp_replace(o.key, '[0-9]+$', c.number::text)");
            row.put("number", "c.number");
            row.put("created_at", moment("t.first"));
            row.put("updated_at", moment("o.position"));
            row.put("valid_from", moment("o.position"));
            row.put("stated_from", moment("o.position"));
            var end = "case when t.next is null then '%s' else %s end".formatted(OPEN, moment("t.next"));
            row.put("valid_to", end);
            row.put("stated_to", end);
            insert("risk_register", row, "o.id");
        }
        head += facts();
        number += risks;
        ofTenant += facts();
    }

    /** When the copy of the fact at a position was recorded: a microsecond after the one before. */
    private String moment(String position) {
        return "(select recorded_at from event_log where position = %d) + (%s - %d) * interval '1 microsecond'"
                .formatted(head, position, before);
    }

    /** Copies rows of a table with what is put in the place of some columns. */
    private void insert(String table, Map<String, String> instead, String source) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (var query = server.prepareStatement(
                "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var column = row.getString(1);
                    columns.put('"' + column + '"', instead.getOrDefault(column, "o.\"" + column + '"'));
                }
            }
        }
        var unknown = new HashSet<>(instead.keySet());
        columns.keySet().forEach(column -> unknown.remove(column.substring(1, column.length() - 1)));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(table + " has no " + unknown);
        }
        execute(
                "insert into %s (%s) select %s from %s o join template t on t.position = o.position join copied c on c.source = %s where o.position > %d and o.position <= %d order by o.position"
                        .formatted(
                                table,
                                String.join(", ", columns.keySet()),
                                columns.values().stream().collect(Collectors.joining(", ")),
                                table,
                                source,
                                before,
                                last));
    }

    /** Has all that follows the log stand at its head, and the risks counted up to it, as the service counts them. */
    static void passToTheHead(Connection server) throws SQLException {
        server.setAutoCommit(false);
        server.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = server.createStatement()) {
            statement.execute("update projection_progress set position = (select max(position) from event_log)");
            statement.execute("select count_risks()");
            server.commit();
        } finally {
            server.rollback();
            server.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            server.setAutoCommit(true);
        }
    }

    static long head(Connection server) throws SQLException {
        return number(server, "select coalesce(max(position), 0) from event_log");
    }

    static long number(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
