package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final String METHODOLOGY = Ids.next();
    private static final String CONTEXT = Ids.next();
    private static final String RISK = Ids.next();
    private static final String PLAN = Ids.next();
    private static final String CONTROL = Ids.next();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static String statement = "";

    @BeforeAll
    static void a_methodology_is_in_use() {
        Stack.isUp();
        done(Stack.as("ines").body(Bodies.methodology(METHODOLOGY, "Closing the loop")), "methodologies");
        String path = "methodologies/" + METHODOLOGY;
        Stack.as("ines")
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch("/api/v1/" + path)
                .then()
                .statusCode(200);
        String etag = done(Stack.as("ines"), path + "/submissions").header("ETag");
        done(Stack.as("tom").header("If-Match", etag), path + "/approvals");
        done(Stack.as("ines"), path + "/releases");
        done(Stack.as("ines").body(Bodies.context(CONTEXT, "Closing the loop")), "risk-contexts");
        done(Stack.as("ines").body(Bodies.choice(METHODOLOGY)), "risk-contexts/" + CONTEXT + "/methodology-choices");
    }

    @Test
    @Order(1)
    @DisplayName(
            "CTL-10: a plan that names a control makes it necessary in the statement, with the risk as justification")
    void a_plan_draws_the_statement() {
        String scope = Ids.next();
        statement = done(Stack.as("ines").body("""
                                {"scope": {"id": "%s", "name": "The loop", "contexts": ["%s"]}}""".formatted(scope, CONTEXT)), "statements-of-applicability")
                .path("id");
        done(Stack.as("ines").body(Bodies.risk(RISK, CONTEXT, "A stolen backup is read")), "risks");
        done(Stack.as("rosa").body(Bodies.assessment(3, 2, 2)), "risks/" + RISK + "/assessments");
        done(Stack.as("ines").body(plan()), "treatment-plans");
        String etag = done(Stack.as("ines"), "treatment-plans/" + PLAN + "/submissions")
                .header("ETag");
        done(Stack.as("rosa").header("If-Match", etag), "treatment-plans/" + PLAN + "/approvals");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line("A.8.13").getBoolean("items[0].applicable"))
                        .as("drawn by the plan")
                        .isTrue());
        assertThat(line("A.8.13").getString("items[0]")).contains(RISK);
        assertThat(line("A.8.14").getString("items[0].applicable"))
                .as("nothing draws it")
                .isNull();
    }

    @Test
    @Order(2)
    @DisplayName("CTL-6, RSK-12: implementing the control moves the action of the plan; it is not done by that")
    void the_control_moves_the_plan() {
        done(Stack.as("ines").body("""
                        {"id": "%s", "title": "Encrypted backup", "owner": "%s", "requirements": ["iso-27001-2022:A.8.13"]}""".formatted(CONTROL, Bodies.ROSA)), "controls");
        done(Stack.as("ines").body("{\"on\": \"%s\"}".formatted(TODAY)), "controls/" + CONTROL + "/starts");
        String evidence = done(Stack.as("ines").body("""
                                {"kind": "link", "title": "Log of the first restore", "link": "https://backup.example.org/restores/1"}"""), "controls/" + CONTROL + "/evidence")
                .path("key");
        done(
                Stack.as("ines").body("{\"on\": \"%s\", \"evidence\": [\"%s\"]}".formatted(TODAY, evidence)),
                "controls/" + CONTROL + "/implementations");

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
        done(Stack.as("ines").body("""
                        {"method": "Restore one server", "period": "P90D", "criterion": "It runs within four hours"}"""), "controls/" + CONTROL + "/test-definitions");
        done(Stack.as("ada").body("""
                        {"outcome": "fail", "on": "%s", "findings": "The key was not where it had to be"}""".formatted(TODAY)), "controls/" + CONTROL + "/tests");

        await().atMost(PATIENCE)
                .untilAsserted(() -> Stack.as("vera")
                        .get("/api/v1/risks/" + RISK)
                        .then()
                        .body("flagged", equalTo(true))
                        .body("flagCauses", hasItem("control-found-ineffective")));
        assertThat(Stack.as("vera").get("/api/v1/risks/" + RISK).jsonPath().getString("flags[0].what"))
                .contains("The key was not where it had to be");
        done(Stack.as("rosa").body(Bodies.assessment(3, 2, 2)), "risks/" + RISK + "/assessments")
                .then()
                .body("flagged", equalTo(false));
    }

    @Test
    @Order(4)
    @DisplayName(
            "CTL-10: excluding a control that the plan needs is a conflict, and the draft is refused while it lasts")
    void an_exclusion_of_what_is_needed_is_a_conflict() {
        done(Stack.as("ines").body("""
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

    private static JsonPath line(String control) {
        return Stack.as("vera")
                .queryParam("q", control)
                .get("/api/v1/statements-of-applicability/" + statement + "/lines")
                .jsonPath();
    }

    private static String plan() {
        return """
                {"id": "%s", "risk": "%s", "title": "Encrypt what is backed up", "option": "modify",
                 "controls": [{"reference": "A.8.13"}],
                 "actions": [{"title": "Encrypt it", "owner": "%s", "targetDate": "2099-03-31", "resources": "A week",
                              "successCriterion": "A stolen tape says nothing", "controls": ["A.8.13"]}],
                 "residual": %s}""".formatted(PLAN, RISK, Bodies.ROSA, """
                {"likelihood": {"value": 2, "rationale": "It is encrypted"},
                 "impact": {
                   "financial": {"value": 2, "rationale": "As before"},
                   "fines": {"value": 2, "rationale": "As before"}}}""");
    }

    private static Response done(RequestSpecification request, String path) {
        Response response = request.post("/api/v1/" + path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isBetween(200, 201);
        return response;
    }
}
