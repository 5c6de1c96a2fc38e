package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every refusal is a problem that names its rule, where it is broken and what to do; and leaves nothing in the log. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("Refusals")
class RefusalsTest {

    @Inject
    EventLog log;

    private String risk = "";

    @BeforeEach
    void told() {
        Story.told();
        risk = "/api/v1/risks/" + Story.risk("Design drawings");
    }

    @Test
    @DisplayName("RSK-4: no assessment before the acceptance criteria are approved, and it says what is missing")
    void no_assessment_before_the_criteria_are_approved() {
        String context = UUID.randomUUID().toString();
        Story.take(
                Story.by("ines"),
                "/api/v1/risk-contexts",
                Story.JSON
                        .createObjectNode()
                        .put("id", context)
                        .put("title", "Laboratory")
                        .put("description", "Test rigs"));
        ObjectNode draft = Story.ACME.at("/methodologies/0/body").deepCopy();
        String methodology = UUID.randomUUID().toString();
        Story.take(
                Story.by("ines"),
                "/api/v1/methodologies",
                draft.put("id", methodology).put("title", "Laboratory, draft"));
        Story.take(
                Story.by("ines"),
                "/api/v1/risk-contexts/" + context + "/methodology-choices",
                Story.JSON.createObjectNode().put("methodology", methodology));
        String unassessed = Story.newRisk(context, "Results of a test rig are mixed up");

        JsonNode problem = refused(
                422,
                Story.by("ines")
                        .contentType("application/json")
                        .body(assessment().toString()),
                "/api/v1/risks/" + unassessed + "/assessments");
        assertThat(problem.path("rule").asText()).isEqualTo("RSK-4");
        assertThat(problem.path("detail").asText())
                .contains("acceptance criteria")
                .contains("Laboratory, draft");
    }

    @Test
    @DisplayName("ALL-3: who wrote it does not approve it, whatever roles they hold")
    void the_author_does_not_approve() {
        String methodology = UUID.randomUUID().toString();
        ObjectNode draft = Story.ACME.at("/methodologies/0/body").deepCopy();
        Story.take(Story.by("ines"), "/api/v1/methodologies", draft.put("id", methodology));
        String etag = Story.take(Story.by("ines"), "/api/v1/methodologies/" + methodology + "/submissions", null)
                .header("ETag");
        JsonNode problem = refused(
                403,
                Story.with(Tokens.of("acme", "ines", "isms-manager", "top-management"))
                        .header("If-Match", etag),
                "/api/v1/methodologies/" + methodology + "/approvals");
        assertThat(problem.path("rule").asText()).isEqualTo("ALL-3");
    }

    @Test
    @DisplayName("RSK-7: a value off the scale, a missing dimension and a missing rationale are named")
    void a_rating_off_the_scale_is_named() {
        ObjectNode assessment = assessment();
        ((ObjectNode) assessment.at("/current/likelihood")).put("value", 9);
        ((ObjectNode) assessment.at("/current/impact/financial")).remove("rationale");
        ((ObjectNode) assessment.at("/current/impact")).remove("fines");
        JsonNode problem = refused(
                422,
                Story.by("ines").contentType("application/json").body(assessment.toString()),
                risk + "/assessments");
        assertThat(problem.path("rule").asText()).isEqualTo("RSK-7");
        assertThat(problem.path("violations").findValuesAsText("pointer"))
                .contains("/current/likelihood/value", "/current/impact/financial/rationale", "/current/impact/fines");
        assertThat(problem.path("violations").findValuesAsText("detail"))
                .anySatisfy(detail ->
                        assertThat(detail).contains("9 is off the scale").contains("5 (almost certain)"));
    }

    @Test
    @DisplayName("A stale If-Match is 412, and a signature without one is 428")
    void a_stale_version_is_refused() {
        refused(
                412,
                Story.by("ines")
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .body(assessment().toString()),
                risk + "/assessments");
        refused(
                428,
                Story.by("tom"),
                "/api/v1/methodologies/"
                        + Story.ACME.at("/methodologies/0/body/id").asText() + "/approvals");
    }

    @Test
    @DisplayName("An idempotency key replays its answer, and is refused for another request")
    void an_idempotency_key_is_for_one_request() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        body.put("id", UUID.randomUUID().toString()).put("owner", "rosa").put("title", "Sent twice");
        Response first = Story.take(Story.by("ines").header("Idempotency-Key", key), "/api/v1/risks", body);
        long head = log.head();
        Response again = Story.take(Story.by("ines").header("Idempotency-Key", key), "/api/v1/risks", body);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(log.head()).as("the log").isEqualTo(head);
        JsonNode problem = refused(
                422,
                Story.by("ines")
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body.put("title", "Another").toString()),
                "/api/v1/risks");
        assertThat(problem.path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    @DisplayName("A malformed body, an unknown field, a wrong media type and too large a body are refused")
    void what_cannot_be_read_is_refused() {
        refused(400, Story.by("ines").contentType("application/json").body("{\"current\": "), risk + "/assessments");
        JsonNode unknown = refused(
                400,
                Story.by("ines")
                        .contentType("application/json")
                        .body(assessment().put("colour", "red").toString()),
                risk + "/assessments");
        assertThat(unknown.path("violations").findValuesAsText("pointer")).contains("/colour");
        refused(415, Story.by("ines").contentType("text/plain").body("likely"), risk + "/assessments");
        refused(
                413,
                Story.by("ines").contentType("application/json").body("{\"title\":\"" + "x".repeat(10_000_000) + "\"}"),
                "/api/v1/risks");
    }

    @Test
    @DisplayName("Who is not known is 401, who may not is 403, what belongs to others is 404")
    void who_may_not_is_refused() {
        RequestSpecification nobody = io.restassured.RestAssured.given();
        refused(401, nobody.contentType("application/json").body(assessment().toString()), risk + "/assessments");
        refused(
                403,
                Story.by("vera")
                        .contentType("application/json")
                        .body(assessment().toString()),
                risk + "/assessments");
        refused(
                404,
                Story.by("globex", "ines")
                        .contentType("application/json")
                        .body(assessment().toString()),
                risk + "/assessments");
        refused(
                403,
                Story.by("rosa")
                        .header("Stated-At", "2026-01-01T00:00:00Z")
                        .contentType("application/json")
                        .body(assessment().toString()),
                risk + "/assessments");
    }

    @Test
    @DisplayName("A query parameter that nobody knows is refused, not ignored")
    void an_unknown_query_parameter_is_refused() {
        for (String path : new String[] {
            "/api/v1/risks?colour=red", "/api/v1/risks?sort=colour", "/api/v1/risks?limit=501",
                    "/api/v1/risks?cursor=x",
            "/api/v1/risks?asOf=yesterday", "/api/v1/heat-map?colour=red", "/api/v1/heat-map?kind=x",
                    "/api/v1/heat-map?status=x",
            "/api/v1/heat-map?context=x", "/api/v1/heat-map/movements", "/api/v1/heat-map/movements?from=x"
        }) {
            assertProblem(400, Story.by("vera").get(path));
        }
        assertProblem(404, Story.by("vera").get("/api/v1/risks/RISK-999999"));
        assertProblem(404, Story.by("vera").get("/api/v1/risks/RISK-999999/history"));
        assertProblem(403, Story.by("tina").get("/api/v1/risks"));
    }

    private static ObjectNode assessment() {
        return Story.find(Story.ACME, "Design drawings")
                .at("/assessments/0/body")
                .deepCopy();
    }

    private JsonNode refused(int status, RequestSpecification request, String path) {
        long head = log.head();
        JsonNode problem = assertProblem(status, request.post(path));
        assertThat(log.head()).as("the log after a refusal").isEqualTo(head);
        return problem;
    }

    private static JsonNode assertProblem(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonNode problem = Story.json(response);
        for (String part : new String[] {"type", "title", "detail", "instance", "code", "remedy"}) {
            assertThat(problem.path(part).asText()).as(part + " of " + problem).isNotBlank();
        }
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.toString())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("select ")
                .doesNotContain("isms.risk.");
        return problem;
    }
}
