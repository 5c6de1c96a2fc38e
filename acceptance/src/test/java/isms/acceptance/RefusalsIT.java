package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is refused is a problem that says what to do, and leaves no trace in the log. */
@Order(3)
class RefusalsIT {

    private static final String SUBMITTED = Ids.next();
    private static final String IN_USE = Ids.next();
    private static final String UNAPPROVED_CONTEXT = Ids.next();
    private static final String CONTEXT = Ids.next();
    private static final String UNAPPROVED_RISK = Ids.next();
    private static final String RISK = Ids.next();
    private static final String SENT_ONCE = "refusals-" + Ids.next();

    private long before;

    @BeforeAll
    static void what_is_refused_needs_something_to_be_refused_on() {
        Stack.isUp();
        methodology("max", SUBMITTED);
        done(Stack.as("ines")
                .body(Bodies.context(UNAPPROVED_CONTEXT, "Waiting"))
                .post("/api/v1/risk-contexts"));
        done(Stack.as("ines")
                .body(Bodies.choice(SUBMITTED))
                .post("/api/v1/risk-contexts/" + UNAPPROVED_CONTEXT + "/methodology-choices"));
        done(Stack.as("ines")
                .body(Bodies.risk(UNAPPROVED_RISK, UNAPPROVED_CONTEXT, "Rated too early"))
                .post("/api/v1/risks"));

        methodology("ines", IN_USE);
        done(Stack.as("tom").header("If-Match", "\"3\"").post("/api/v1/methodologies/" + IN_USE + "/approvals"));
        done(Stack.as("ines").post("/api/v1/methodologies/" + IN_USE + "/releases"));
        done(Stack.as("ines").body(Bodies.context(CONTEXT, "Refusing")).post("/api/v1/risk-contexts"));
        done(Stack.as("ines")
                .body(Bodies.choice(IN_USE))
                .post("/api/v1/risk-contexts/" + CONTEXT + "/methodology-choices"));
        done(Stack.as("ines")
                .header("Idempotency-Key", SENT_ONCE)
                .body(Bodies.risk(RISK, CONTEXT, "Refused in many ways"))
                .post("/api/v1/risks"));
    }

    @BeforeEach
    void count() {
        before = Stack.events();
    }

    @AfterEach
    void no_event_was_written() {
        assertThat(Stack.events()).isEqualTo(before);
    }

    @Test
    @DisplayName("RSK-4: no assessment before the acceptance criteria are approved")
    void an_assessment_under_unapproved_criteria() {
        refused(
                        Stack.as("rosa")
                                .body(Bodies.assessment(2, 2, 2))
                                .post("/api/v1/risks/" + UNAPPROVED_RISK + "/assessments"),
                        422)
                .body("rule", equalTo("RSK-4"))
                .body("detail", containsString("approv"))
                .body("remedy", containsString("put in use"));
    }

    @Test
    @DisplayName("ALL-3: who wrote a version does not approve it")
    void an_approval_by_the_author() {
        refused(
                        Stack.as("max")
                                .header("If-Match", "\"3\"")
                                .post("/api/v1/methodologies/" + SUBMITTED + "/approvals"),
                        403)
                .body("rule", equalTo("ALL-3"));
    }

    @Test
    @DisplayName("RSK-7: a value off the scale is named")
    void a_value_off_the_scale() {
        refused(Stack.as("rosa").body(Bodies.assessment(3, 4, 3)).post("/api/v1/risks/" + RISK + "/assessments"), 422)
                .body("rule", equalTo("RSK-7"))
                .body("violations.pointer", hasItem(startsWith("/current/impact/financial")));
    }

    @Test
    void a_stale_version() {
        refused(
                        Stack.as("rosa")
                                .header("If-Match", "\"0\"")
                                .body(Bodies.assessment(1, 1, 1))
                                .post("/api/v1/risks/" + RISK + "/assessments"),
                        412)
                .body("code", equalTo("stale-version"));
    }

    @Test
    void a_signature_without_a_version() {
        refused(Stack.as("tom").post("/api/v1/methodologies/" + SUBMITTED + "/approvals"), 428)
                .body("code", equalTo("precondition-required"));
    }

    @Test
    void a_repeated_idempotency_key_with_another_body() {
        refused(
                        Stack.as("ines")
                                .header("Idempotency-Key", SENT_ONCE)
                                .body(Bodies.risk(Ids.next(), CONTEXT, "Something else"))
                                .post("/api/v1/risks"),
                        422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_repeated_idempotency_key_with_the_same_body_is_answered_as_before() {
        Stack.as("ines")
                .header("Idempotency-Key", SENT_ONCE)
                .body(Bodies.risk(RISK, CONTEXT, "Refused in many ways"))
                .post("/api/v1/risks")
                .then()
                .statusCode(201)
                .body("id", equalTo(RISK));
    }

    @Test
    void a_malformed_body() {
        refused(Stack.as("ines").body("{\"title\": ").post("/api/v1/risks"), 400)
                .body("code", equalTo("malformed-body"));
    }

    @Test
    void an_unknown_field() {
        refused(Stack.as("ines").body("{\"titel\": \"Remote\"}").post("/api/v1/risk-contexts"), 400)
                .body("code", equalTo("unknown-field"))
                .body("violations.pointer", hasItem("/titel"));
    }

    @Test
    void ten_megabytes_of_body() {
        refused(
                        Stack.as("ines")
                                .body(Bodies.context(Ids.next(), "x".repeat(10 * 1024 * 1024)))
                                .post("/api/v1/risk-contexts"),
                        413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    @DisplayName("ALL-4: another organization's risk does not exist")
    void another_organizations_risk() {
        refused(
                        Stack.as("globex-rosa")
                                .body(Bodies.assessment(1, 1, 1))
                                .post("/api/v1/risks/" + RISK + "/assessments"),
                        404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void a_role_that_may_not() {
        refused(Stack.as("vera").body(Bodies.context(Ids.next(), "Not mine")).post("/api/v1/risk-contexts"), 403)
                .body("code", equalTo("forbidden"));
    }

    private static void methodology(String author, String id) {
        done(Stack.as(author).body(Bodies.methodology(id, "Refusals " + id)).post("/api/v1/methodologies"));
        done(Stack.as(author)
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch("/api/v1/methodologies/" + id));
        done(Stack.as(author).post("/api/v1/methodologies/" + id + "/submissions"));
    }

    private static void done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
    }

    private static ValidatableResponse refused(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response.then()
                .contentType(containsString("application/problem+json"))
                .body("type", startsWith("https://"))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("remedy", notNullValue());
    }
}
