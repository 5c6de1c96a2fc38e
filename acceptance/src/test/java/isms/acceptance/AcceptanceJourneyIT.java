package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A risk above the criteria on its way from treatment to acceptance and out of it, by the people who answer for it. Last but for
 * the restart: it puts the clock ahead.
 */
@Order(5)
@TestMethodOrder(OrderAnnotation.class)
class AcceptanceJourneyIT {

    private static final String METHODOLOGY = Ids.next();
    private static final String CONTEXT = Ids.next();
    private static final String RISK = "/api/v1/risks/" + Ids.next();
    private static final String PLANS = "/api/v1/treatment-plans/";
    private static final String OWN_PLAN = Ids.next();
    private static final String PLAN = Ids.next();
    private static final LocalDate NEXT_SPRING =
            LocalDate.now(ZoneOffset.UTC).plusMonths(5).withDayOfMonth(28);

    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(10);

    private static String seen = "";

    @BeforeAll
    static void a_methodology_is_in_use() {
        Stack.isUp();
        done(Stack.as("ines").body(Bodies.methodology(METHODOLOGY, "Walked to acceptance")), "/api/v1/methodologies");
        String path = "/api/v1/methodologies/" + METHODOLOGY;
        Stack.as("ines")
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch(path)
                .then()
                .statusCode(200);
        String etag = done(Stack.as("ines"), path + "/submissions").header("ETag");
        done(Stack.as("tom").header("If-Match", etag), path + "/approvals");
        done(Stack.as("ines"), path + "/releases");
        done(Stack.as("ines").body(Bodies.context(CONTEXT, "Walked to acceptance")), "/api/v1/risk-contexts");
        done(
                Stack.as("ines").body(Bodies.choice(METHODOLOGY)),
                "/api/v1/risk-contexts/" + CONTEXT + "/methodology-choices");
    }

    @Test
    @Order(1)
    @DisplayName("RSK-14: a risk above the criteria is counted as untreated as soon as it is assessed")
    void a_risk_above_the_criteria_is_counted_at_once() {
        done(
                Stack.as("ines").body(Bodies.risk(id(RISK), CONTEXT, "A stolen login opens the customer data")),
                "/api/v1/risks");
        done(Stack.as("rosa").body(assessment(3, 2)), RISK + "/assessments")
                .then()
                .body("aboveCriteria", equalTo(true))
                .body("acceptance", equalTo("none"));
        assertUntreated(1);
    }

    @Test
    @Order(2)
    @DisplayName("ALL-3, RSK-12: the owner approves no plan of their own writing")
    void the_owner_does_not_approve_an_own_plan() {
        done(Stack.as("rosa").body(plan(OWN_PLAN)), "/api/v1/treatment-plans");
        String etag = done(Stack.as("rosa"), PLANS + OWN_PLAN + "/submissions").header("ETag");
        refused(Stack.as("rosa").header("If-Match", etag), PLANS + OWN_PLAN + "/approvals", 403)
                .body("rule", equalTo("RSK-12"))
                .body("detail", containsString("cannot approve"));
        done(
                Stack.as("rosa").body("{\"reason\": \"Somebody else has to write it\"}"),
                PLANS + OWN_PLAN + "/withdrawals");
        assertUntreated(1);
    }

    @Test
    @Order(3)
    @DisplayName("RSK-11, RSK-12: a plan of two controls, written by the manager, is approved by the owner")
    void a_plan_is_approved_by_the_owner() {
        done(Stack.as("ines").body(plan(PLAN)), "/api/v1/treatment-plans");
        String etag = done(Stack.as("ines"), PLANS + PLAN + "/submissions").header("ETag");
        assertUntreated(1);
        done(Stack.as("rosa").header("If-Match", etag), PLANS + PLAN + "/approvals")
                .then()
                .body("controls.reference", hasItems("A.8.5", "A.8.16"));
        assertUntreated(0);
    }

    @Test
    @Order(4)
    @DisplayName("ALL-7, RSK-12: an action that is late is an event, recorded by the system")
    void a_late_action_is_an_event() {
        seen = Stack.putClockAhead(Period.ofDays(11));
        seen(Stack.as("vera")).get(PLANS + PLAN).then().body("overdueActions", equalTo(1));
        seen(Stack.as("ada"))
                .get(PLANS + PLAN + "/history")
                .then()
                .body("items.find { it.fact == 'treatment-action-overdue' }.actor", equalTo("system"));
    }

    @Test
    @Order(5)
    @DisplayName("RSK-12: an action is done when somebody else shows it")
    void the_actions_are_shown_done_by_others() {
        for (int action = 1; action <= 2; action++) {
            String path = PLANS + PLAN + "/actions/" + action;
            done(Stack.as("rosa").body("{\"percent\": 100}"), path + "/progress-reports");
            refused(Stack.as("rosa").body("{\"evidence\": \"I did it\"}"), path + "/completions", 403)
                    .body("rule", equalTo("RSK-12"));
            done(
                    Stack.as("ada")
                            .body("{\"evidence\": \"Tried with three test accounts, each refused and reported\"}"),
                    path + "/completions");
        }
        seen(Stack.as("vera")).get(PLANS + PLAN).then().body("status", equalTo("completed"));
        assertUntreated(1);
    }

    @Test
    @Order(6)
    @DisplayName("RSK-13: above the criteria the owner is refused, top management accepts with a reason and for a time")
    void what_remains_is_accepted_by_top_management() {
        String etag = seen(Stack.as("rosa")).get(RISK).header("ETag");
        refused(Stack.as("rosa").header("If-Match", etag).body("{}"), RISK + "/acceptances", 403)
                .body("rule", equalTo("RSK-13"))
                .body("detail", containsString("above the acceptance criteria"))
                .body("remedy", containsString("top management"));
        refused(Stack.as("tom").header("If-Match", etag).body("{}"), RISK + "/acceptances", 422)
                .body("rule", equalTo("RSK-13"))
                .body("violations.pointer", hasItems("/justification", "/until"));
        refused(Stack.as("tom").body(terms()), RISK + "/acceptances", 428);
        done(Stack.as("tom").header("If-Match", etag).body(terms()), RISK + "/acceptances")
                .then()
                .body("acceptance", equalTo("accepted"))
                .body("acceptedAs", equalTo("top-management"))
                .body("acceptedBand", equalTo("medium"))
                .body("acceptedUntil", equalTo(NEXT_SPRING.toString()));
        assertUntreated(0);
        seen(Stack.as("vera"))
                .queryParam("context", CONTEXT)
                .get("/api/v1/risks/summary")
                .then()
                .statusCode(200)
                .body("accepted.count", equalTo(1))
                .body("acceptedAboveCriteria.count", equalTo(1));
    }

    @Test
    @Order(7)
    @DisplayName("RSK-13: another residual level makes the acceptance stale; within the criteria the owner renews it")
    void another_residual_level_makes_it_stale() {
        done(Stack.as("rosa").body(assessment(3, 1)), RISK + "/assessments")
                .then()
                .body("acceptance", equalTo("stale"))
                .body("acceptedBand", equalTo("medium"))
                .body("acceptanceEndedBecause", containsString("accepted was medium"));
        assertUntreated(1);
        String etag = seen(Stack.as("rosa")).get(RISK).header("ETag");
        refused(Stack.as("tom").header("If-Match", etag).body(terms()), RISK + "/acceptances", 403)
                .body("rule", equalTo("RSK-13"));
        done(Stack.as("rosa").header("If-Match", etag).body("{}"), RISK + "/acceptances")
                .then()
                .body("acceptance", equalTo("accepted"))
                .body("acceptedAs", equalTo("risk-owner"));
        assertUntreated(0);
    }

    @Test
    @Order(8)
    @DisplayName("RSK-13, ALL-5: a revoked acceptance says why; yesterday nothing of this was so")
    void a_revoked_acceptance_says_why() {
        done(
                        Stack.as("ines").body("{\"reason\": \"The test accounts were not locked\"}"),
                        RISK + "/acceptance-revocations")
                .then()
                .body("acceptance", equalTo("revoked"))
                .body("acceptanceEndedBecause", equalTo("The test accounts were not locked"));
        assertUntreated(1);
        seen(Stack.as("ada"))
                .get(RISK + "/history")
                .then()
                .body(
                        "items.fact",
                        hasItems("residual-risk-accepted", "risk-acceptance-became-stale", "risk-acceptance-revoked"))
                .body("items.what", hasItem(containsString("Acceptance revoked, the risk is open again")))
                .body("items.actor", hasItem(Bodies.ROSA));
        Stack.as("globex-ines").get(RISK).then().statusCode(404);
        seen(Stack.as("globex-ines"))
                .queryParam("untreated", true)
                .get("/api/v1/risks")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id(RISK))));
        Response demonstration = Stack.as("vera").get("/api/v1/risks/summary");
        demonstration
                .then()
                .body("untreated.count", greaterThanOrEqualTo(2))
                .body("accepted.count", greaterThanOrEqualTo(2));
    }

    @Test
    @Order(9)
    @DisplayName(
            "RSK-13, ALL-7: the last day of an acceptance passes, the system records it, and the risk is open again")
    void the_last_day_passes_and_the_risk_is_open_again() {
        done(Stack.as("rosa").body(assessment(3, 2)), RISK + "/assessments");
        String etag = seen(Stack.as("tom")).get(RISK).header("ETag");
        done(Stack.as("tom").header("If-Match", etag).body(terms()), RISK + "/acceptances");
        assertUntreated(0);
        seen = Stack.putClockAhead(Period.ofMonths(7));
        seen(Stack.as("vera"))
                .get(RISK)
                .then()
                .body("acceptance", equalTo("expired"))
                .body("acceptanceEndedBy", equalTo("system"))
                .body("acceptanceEndedBecause", equalTo("It held until " + NEXT_SPRING + "."));
        assertUntreated(1);
        seen(Stack.as("ada"))
                .get(RISK + "/history")
                .then()
                .body("items.find { it.fact == 'risk-acceptance-expired' }.actor", equalTo("system"));
    }

    private static void assertUntreated(int count) {
        seen(Stack.as("vera"))
                .queryParam("context", CONTEXT)
                .get("/api/v1/risks/summary")
                .then()
                .statusCode(200)
                .body("untreated.count", equalTo(count));
        seen(Stack.as("vera"))
                .queryParam("context", CONTEXT)
                .get("/api/v1/heat-map")
                .then()
                .statusCode(200)
                .body("untreated.count", equalTo(count));
        assertThat(seen(Stack.as("vera"))
                        .queryParam("context", CONTEXT)
                        .queryParam("untreated", true)
                        .get("/api/v1/risks")
                        .jsonPath()
                        .getList("items.id"))
                .hasSize(count);
    }

    /** With the residual likelihood the level is 6, 4 or 2: high, medium or low, of which the criteria take the low. */
    private static String assessment(int current, int residual) {
        return """
                {"current": %s, "residual": %s}""".formatted(rating(current), rating(residual));
    }

    private static String rating(int likelihood) {
        return """
                {"likelihood": {"value": %d, "rationale": "Two stolen logins were tried last year"},
                 "impact": {
                   "financial": {"value": 2, "rationale": "Cost of informing all customers"},
                   "fines": {"value": 2, "rationale": "Personal data of all customers"}}}""".formatted(likelihood);
    }

    private static String plan(String id) {
        return """
                {"id": "%s", "risk": "%s", "title": "A second factor, and eyes on the log", "option": "modify",
                 "controls": [{"reference": "A.8.5"}, {"reference": "A.8.16"}],
                 "actions": [%s, %s], "residual": %s}""".formatted(
                        id(id),
                        id(RISK),
                        action("A second factor", "A.8.5", SOON),
                        action("Watch logins", "A.8.16", LocalDate.of(2099, 3, 31)),
                        rating(2));
    }

    private static String action(String title, String control, LocalDate targetDate) {
        return """
                {"title": "%s", "owner": "%s", "targetDate": "%s", "resources": "Two people for a month",
                 "successCriterion": "A stolen password opens nothing", "controls": ["%s"]}""".formatted(title, Bodies.ROSA, targetDate, control);
    }

    private static String terms() {
        return """
                {"justification": "The second factor for machines comes with the new gateway", "until": "%s"}""".formatted(NEXT_SPRING);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static RequestSpecification seen(RequestSpecification request) {
        return request.header("Consistency-Token", seen);
    }

    private static Response done(RequestSpecification request, String path) {
        Response response = request.post(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isBetween(200, 201);
        seen = response.header("Consistency-Token");
        return response;
    }

    private static ValidatableResponse refused(RequestSpecification request, String path, int status) {
        Response response = request.post(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(status);
        return response.then().contentType(containsString("application/problem+json"));
    }
}
