package isms.platform.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {

    private PostgresServer postgres = PostgresServer.start();

    @BeforeAll
    void two_services() {
        postgres.createServiceDatabase("alpha");
        postgres.createServiceDatabase("beta");
    }

    @AfterAll
    void stop() {
        postgres.close();
        assertThat(postgres.dataDirectory()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "max_connections,200",
        "shared_buffers, 512MB"
    })
    void it_is_durable(String setting, String value) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser("postgres")) {
            assertThat(one(connection, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void creating_a_database_again_changes_nothing() throws SQLException {
        run("alpha", "alpha_owner", "create table kept (id int)");
        postgres.createServiceDatabase("alpha");
        try (Connection owner = postgres.connect("alpha", "alpha_owner", "alpha_owner")) {
            assertThat(one(owner, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha_owner", "alpha_writer", "alpha_reader"})
    void a_role_needs_its_password_and_stays_in_its_own_database(String role) throws SQLException {
        try (Connection own = postgres.connect("alpha", role, role)) {
            assertThat(one(own, "select current_user")).isEqualTo(role);
            assertThat(one(
                            own,
                            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                                    + " from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
        assertThatThrownBy(() -> postgres.connect("alpha", role, "guessed")).hasMessageContaining("password");
        assertThatThrownBy(() -> postgres.connect("beta", role, role)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> postgres.connect("postgres", role, role)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha_writer", "alpha_reader"})
    void only_the_owner_creates_tables(String role) {
        assertThatThrownBy(() -> run("alpha", role, "create table t (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("alpha", role, "create temporary table t (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_name_that_is_not_one_is_refused() {
        assertThatThrownBy(() -> postgres.createServiceDatabase("a; drop database beta"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_committed_survives_a_kill_and_a_stop() throws SQLException {
        run("beta", "beta_owner", "create table survivor (id int)");
        run("beta", "beta_owner", "insert into survivor values (1)");
        long before = postgres.pid();

        postgres.kill();
        postgres.restart();
        assertThat(postgres.pid()).isNotEqualTo(before);
        run("beta", "beta_owner", "insert into survivor values (2)");

        postgres.stop();
        assertThatThrownBy(() -> postgres.connectAsSuperuser("postgres")).isInstanceOf(SQLException.class);
        postgres.restart();
        try (Connection owner = postgres.connect("beta", "beta_owner", "beta_owner")) {
            assertThat(one(owner, "select sum(id) from survivor")).isEqualTo("3");
        }
    }

    private void run(String database, String user, String sql) throws SQLException {
        try (Connection connection = postgres.connect(database, user, user);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
