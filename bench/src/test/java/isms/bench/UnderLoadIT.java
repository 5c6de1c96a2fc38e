package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** The packaged services, two replicas of one and the gateway, on real PostgreSQL and Kafka. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnderLoadIT {

    private static Installation installation;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.start(Path.of(System.getProperty("project.directory", "..")), 2);
    }

    @AfterAll
    static void stop() throws Exception {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Order(1)
    void two_replicas_miss_no_conflict_and_project_once_also_when_one_is_killed() throws Exception {
        var report = Replicas.on(installation, Duration.ofSeconds(8));

        assertThat(report.findings()).isEmpty();
        assertThat(report.acknowledged()).isGreaterThan(Replicas.SHARED_RISKS);
        assertThat(report.refused()).as("they got in each other's way").isPositive();
    }

    @Test
    @Order(2)
    void while_the_register_is_rebuilt_no_read_fails_and_the_result_is_equal() throws Exception {
        var report = Replay.on(installation, 3);

        assertThat(report.findings()).isEmpty();
        assertThat(report.reads()).isPositive();
        assertThat(report.acknowledged()).isPositive();
    }

    @Test
    @Order(3)
    void each_acknowledged_command_survives_the_killing_of_every_part_exactly_once() throws Exception {
        var report = Crash.on(installation, 3);

        assertThat(report.findings()).isEmpty();
        assertThat(report.acknowledged()).isPositive();
        assertThat(report.repetitions()).as("the clients met the outages").isPositive();
    }

    @Test
    @Order(4)
    void an_audit_finds_what_is_wrong() throws Exception {
        try (var database = installation.superuser();
                var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica"); // triggers off, as no role of the service can
            var risks = "(select position from event_log where kind = 'risk' order by position limit 1 offset %d)";
            statement.execute("delete from event_log where position = " + risks.formatted(0));
            statement.execute(
                    "update event_log set aggregate = gen_random_uuid() where position = " + risks.formatted(9));
            statement.execute("update risk_register set title = 'forged' where position = " + risks.formatted(19));
        }

        assertThat(new Audit(installation).of(Map.of("a key", new Writers.Acknowledged("a risk", 3))))
                .anyMatch(finding -> finding.startsWith("out of order: position"))
                .anyMatch(finding -> finding.startsWith("acknowledged under a key"))
                .contains("a risk was acknowledged 3 times and recorded null")
                .anyMatch(finding -> finding.startsWith("fact and row of the register differ"))
                .anyMatch(finding -> finding.startsWith("the register is not what the log folds to"))
                .anyMatch(finding -> finding.startsWith("not published"));
    }
}
