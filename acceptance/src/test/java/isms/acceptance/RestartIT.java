package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import isms.acceptance.Stack.Said;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Last: what the journeys before have written must be there again. */
@Order(Order.DEFAULT + 1)
class RestartIT {

    @BeforeAll
    static void up() {
        Stack.isUp();
    }

    @AfterAll
    static void down() {
        Stack.down();
    }

    @Test
    void stopping_leaves_no_process_and_starting_again_finds_everything() {
        List<String> before = titles();
        assertThat(before).isNotEmpty();
        long events = Stack.events();
        List<ProcessHandle> running = Stack.processes();
        assertThat(running).hasSizeGreaterThanOrEqualTo(6);

        Said down = Stack.isms("down");
        assertThat(down.exitCode()).as(down.err()).isZero();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(running).noneMatch(ProcessHandle::isAlive));
        assertThat(Stack.isms("status").exitCode()).isEqualTo(3);

        Said again = Stack.isms("up", "--no-build", "--detach", "--ports", "auto");
        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        Stack.forgetTokens();
        assertThat(titles()).isEqualTo(before);
        assertThat(Stack.events()).isEqualTo(events);
    }

    private static List<String> titles() {
        return Stack.as("vera")
                .queryParam("limit", 500)
                .get("/api/v1/risks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.title", String.class);
    }
}
