package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The loop between risks and controls closes by itself: a plan draws the statement of applicability, the control that is put in
 * place moves the plan, and its failed test flags the risk. Nobody tells one service what the other did.
 */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class LoopJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONTEXT = Ids.next();
    private static final String RISK = Ids.next();
    private static final String PLAN = Ids.next();
    private static final String CONTROL = Ids.next();

    private static String statement = "";

    @BeforeAll
    static void a_methodology_is_in_use() {
        Stack.isUp();
        Loop.context(CONTEXT, "Closing the loop");
    }

    @Test
    @Order(1)
    @DisplayName(
            "CTL-10: a plan that names a control makes it necessary in the statement, with the risk as justification")
    void a_plan_draws_the_statement() {
        statement = Loop.statement("The loop", CONTEXT);
        Loop.risk(RISK, CONTEXT, "A stolen backup is read");
        Loop.plan(PLAN, RISK, "A.8.13");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Loop.line(statement, "A.8.13").getBoolean("items[0].applicable"))
                        .as("drawn by the plan")
                        .isTrue());
        assertThat(Loop.line(statement, "A.8.13").getString("items[0]")).contains(RISK);
        assertThat(Loop.line(statement, "A.8.14").getString("items[0].applicable"))
                .as("nothing draws it")
                .isNull();
    }

    @Test
    @Order(2)
    @DisplayName("CTL-6, RSK-12: implementing the control moves the action of the plan; it is not done by that")
    void the_control_moves_the_plan() {
        Loop.control(CONTROL, "Encrypted backup", "A.8.13");

        await().atMost(PATIENCE)
                .untilAsserted(() -> Stack.as("vera")
                        .get("/api/v1/treatment-plans/" + PLAN)
                        .then()
                        .body("implementedControls", hasItem("A.8.13"))
                        .body("actions[0].percent", equalTo(100))
                        .body("status", equalTo("in-progress")));
    }

    @Test
    @Order(3)
    @DisplayName("CTL-14: what the control satisfies is covered")
    void its_requirement_is_covered() {
        Stack.as("vera")
                .get("/api/v1/coverage")
                .then()
                .statusCode(200)
                .body("total.requirements", equalTo(93))
                .body("requirements.find { it.id == 'A.8.13' }.state", equalTo("covered"));
        Stack.as("vera")
                .accept("image/svg+xml")
                .get("/api/v1/coverage?framework=nist-csf-2.0")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml");
    }

    @Test
    @Order(4)
    @DisplayName(
            "CTL-7, RSK-10: a failed test flags every risk that relies on the control, with the cause; an assessment clears it")
    void a_failed_test_flags_the_risk() {
        Loop.failedTest(CONTROL, "The key was not where it had to be");

        await().atMost(PATIENCE)
                .untilAsserted(() -> Stack.as("vera")
                        .get("/api/v1/risks/" + RISK)
                        .then()
                        .body("flagged", equalTo(true))
                        .body("flagCauses", hasItem("control-found-ineffective"))
                        // another control of the same requirement may have been found ineffective as well
                        .body("flags.what", hasItem(containsString("The key was not where it had to be"))));
        Loop.assessment(RISK).then().body("flagged", equalTo(false));
    }

    @Test
    @Order(4)
    @DisplayName(
            "CTL-10: excluding a control that the plan needs is a conflict, and the draft is refused while it lasts")
    void an_exclusion_of_what_is_needed_is_a_conflict() {
        Loop.done(Stack.as("ines").body("""
                        {"lines": [{"control": "A.8.13", "applicable": false, "exclusion": "Nobody wants it"}]}"""), "statements-of-applicability/" + statement + "/decisions")
                .then()
                .body("conflicts", equalTo(1))
                .body("complete", equalTo(false));
        Stack.as("ines")
                .post("/api/v1/statements-of-applicability/" + statement + "/submissions")
                .then()
                .statusCode(422)
                .body("rule", org.hamcrest.Matchers.startsWith("CTL-1"));
    }
}
