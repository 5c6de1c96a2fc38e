package isms.platform.eventstore;

import static isms.platform.eventstore.LogDatabase.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppendOnlyTest {

    private static LogDatabase database;
    private static BatchWriter writer;

    @BeforeAll
    static void write() {
        database = LogDatabase.create();
        writer = new BatchWriter(database.writer(), Clock.systemUTC(), 100, Duration.ofSeconds(5));
        var aggregate = UUID.randomUUID();
        writer.append(append("acme", aggregate, 0, "one", "two")).join();
        writer.append(append("globex", UUID.randomUUID(), 0, "three")).join();
        var base = append("acme", aggregate, 2, "Grüße, 猫 \uD83D\uDD25");
        writer.append(new Append(
                        "acme",
                        base.kind(),
                        aggregate,
                        2,
                        base.facts(),
                        Instant.parse("2025-12-31T23:59:59.999999999Z"),
                        "ines",
                        List.of("", "quo\"ted", "back\\slash", "comma, {brace}", "unit\u001fseparator", "NULL"),
                        base.correlation(),
                        base.causation(),
                        "4bf92f3577b34da6a3ce929d0e0e4736",
                        "because",
                        null))
                .join();
    }

    @AfterAll
    static void close() {
        writer.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            writer | update event_log set actor = 'someone else'
            writer | delete from event_log
            writer | truncate event_log
            owner  | update event_log set actor = 'someone else'
            owner  | delete from event_log
            owner  | truncate event_log
            reader | update event_log set actor = 'someone else'
            reader | delete from event_log
            reader | insert into event_log select * from event_log
            reader | select * from command_idempotency
            """)
    void nobody_changes_what_was_recorded(String role, String sql) throws SQLException {
        try (var connection = database.as(role);
                var statement = connection.createStatement()) {
            // under row-level security the owner sees no row to change, and the trigger refuses what it would see
            if (role.equals("owner")) {
                statement.execute("alter table event_log no force row level security");
            }
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
        assertThat(database.rows("select count(*), count(*) filter (where actor = 'ines') from event_log"))
                .containsExactly("4|4");
    }

    @Test
    void a_reader_sees_its_tenant_only_and_nothing_without_one() throws SQLException {
        try (var reader = database.as("reader")) {
            assertThat(tenantsSeenBy(reader)).isEmpty();
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.execute("select set_config('isms.tenant', 'globex', true)");
                assertThat(tenantsSeenBy(reader)).containsExactly("globex");
                reader.commit();
                assertThat(tenantsSeenBy(reader)).isEmpty();
            }
        }
    }

    private static List<String> tenantsSeenBy(Connection reader) throws SQLException {
        try (var statement = reader.createStatement();
                var row = statement.executeQuery("select tenant from event_log order by position")) {
            var tenants = new java.util.ArrayList<String>();
            while (row.next()) {
                tenants.add(row.getString(1));
            }
            return tenants;
        }
    }

    @Test
    void anyone_can_compute_the_leaf_hash_again_from_the_row() throws Exception {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select * from event_log order by position")) {
            int checked = 0;
            while (row.next()) {
                assertThat(row.getBytes("leaf_hash")).isEqualTo(leafOf(row));
                checked++;
            }
            assertThat(checked).isEqualTo(4);
        }
    }

    /** Written from the description of the leaf alone. */
    private static byte[] leafOf(ResultSet row) throws SQLException, IOException, ReflectiveOperationException {
        var leaf = new Leaf();
        leaf.text("isms-log-1");
        leaf.number(row.getLong("position"));
        leaf.text(row.getString("tenant"));
        leaf.number(row.getLong("tenant_position"));
        leaf.text(row.getString("kind"));
        leaf.uuid(row.getObject("aggregate", UUID.class));
        leaf.number(row.getLong("number"));
        leaf.number(row.getLong("version"));
        leaf.uuid(row.getObject("event_id", UUID.class));
        leaf.text(row.getString("type"));
        leaf.number(row.getInt("revision"));
        leaf.moment(row.getObject("recorded_at", OffsetDateTime.class));
        leaf.moment(row.getObject("stated_at", OffsetDateTime.class));
        leaf.text(row.getString("actor"));
        leaf.list((String[]) row.getArray("roles").getArray());
        leaf.uuid(row.getObject("correlation", UUID.class));
        leaf.uuid(row.getObject("causation", UUID.class));
        leaf.text(row.getString("trace_id"));
        leaf.list((String[]) row.getArray("clauses").getArray());
        leaf.text(row.getString("reason"));
        leaf.bytes(row.getBytes("payload"));
        return leaf.hash();
    }

    private static final class Leaf {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Leaf() throws IOException {
            out.writeByte(0);
        }

        void bytes(byte @Nullable [] value) throws IOException {
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        }

        void text(@Nullable String value) throws IOException {
            bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        void number(long value) throws IOException {
            out.writeInt(8);
            out.writeLong(value);
        }

        void uuid(UUID value) throws IOException {
            out.writeInt(16);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        }

        void moment(@Nullable OffsetDateTime value) throws IOException {
            if (value == null) {
                out.writeInt(-1);
            } else {
                var instant = value.toInstant();
                number(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
            }
        }

        void list(String[] values) throws IOException {
            number(values.length);
            for (var value : values) {
                text(value);
            }
        }

        byte[] hash() throws ReflectiveOperationException {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new ReflectiveOperationException(e);
            }
        }
    }
}
