package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.infrastructure.PostgresServer;
import org.junit.jupiter.api.Test;

class DurabilityTest {

    @Test
    void nothing_is_measured_on_a_database_that_may_lose_what_it_committed() throws Exception {
        try (var postgres = PostgresServer.start();
                var server = postgres.connectAsSuperuser("postgres");
                var statement = server.createStatement()) {
            assertThat(Durability.required(server)).containsEntry("fsync", "on");

            statement.execute("set synchronous_commit = off");
            assertThatThrownBy(() -> Durability.required(server)).hasMessageContaining("synchronous_commit");
        }
    }
}
