package isms.risk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import isms.risk.criteria.SampleCriteria;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-3 to RSK-8, ALL-3: deciding over HTTP")
class DecisionsOverHttpTest {

    private static final String MANAGER = Tokens.of("initech", "u-manager", Roles.ISMS_MANAGER);
    private static final String OWNER = Tokens.of("initech", "u-owner", Roles.RISK_OWNER);
    private static final String CHIEF = Tokens.of("initech", "u-chief", Roles.TOP_MANAGEMENT, Roles.ISMS_MANAGER);

    @Inject
    ObjectMapper json;

    @Test
    void a_risk_travels_from_methodology_to_assessment() throws Exception {
        String methodology = define(MANAGER);
        String context = post(MANAGER, "/risk-contexts", "{\"title\": \"Corporate IT\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post(
                        MANAGER,
                        "/risk-contexts/" + context + "/methodology-choices",
                        "{\"methodology\": \"" + methodology + "\"}")
                .statusCode(200)
                .body("methodologyId", equalTo(methodology));
        String risk = register(context);

        // RSK-4
        assess(risk, rated(3, "financial", "fines"))
                .statusCode(422)
                .body("rule", equalTo("RSK-4"))
                .body("detail", containsString("not submitted for approval"))
                .body("remedy", notNullValue());

        post(MANAGER, "/methodologies/" + methodology + "/submissions", null).statusCode(200);
        approve(CHIEF, methodology, 2).statusCode(200).body("status", equalTo("approved"));
        post(MANAGER, "/methodologies/" + methodology + "/releases", null)
                .statusCode(200)
                .body("inUseVersion", equalTo(1))
                .body("versions[0].approvedBy", equalTo("u-chief"));

        // RSK-7
        assess(risk, rated(3, "financial"))
                .statusCode(422)
                .body("rule", equalTo("RSK-7"))
                .body("violations.pointer", hasItem("/current/impact/fines"));
        assess(risk, rated(6, "financial", "fines"))
                .statusCode(422)
                .body("violations.pointer", hasItem("/current/likelihood/value"));

        assess(risk, rated(3, "financial", "fines"))
                .statusCode(200)
                .header("ETag", notNullValue())
                .header("Consistency-Token", notNullValue())
                .body("status", equalTo("assessed"))
                .body("currentBand", equalTo("medium"))
                .body("aboveCriteria", equalTo(false))
                .body("methodologyVersion", equalTo(1))
                .body("priorityBecause[0]", equalTo("within the acceptance criteria"))
                .body("assessment.current.rating.likelihood.rationale", equalTo("why"))
                .body("inherentBand", nullValue());
    }

    @Test
    @DisplayName("ALL-3: who wrote some of a version cannot approve it, whatever their roles")
    void an_author_is_refused() throws Exception {
        String methodology = define(CHIEF);
        post(CHIEF, "/methodologies/" + methodology + "/submissions", null).statusCode(200);

        approve(CHIEF, methodology, 2).statusCode(403).body("rule", equalTo("ALL-3"));
        as(Tokens.of("initech", "u-chief-2", Roles.TOP_MANAGEMENT))
                .post("/api/v1/methodologies/" + methodology + "/approvals")
                .then()
                .statusCode(428);
    }

    @Test
    @DisplayName("RSK-1: an incomplete version is not approved")
    void an_incomplete_version_is_refused_with_what_is_missing() {
        String methodology = post(MANAGER, "/methodologies", "{\"kind\": \"qualitative\", \"title\": \"Begun\"}")
                .statusCode(201)
                .body("versions[0].content.criteria.dimensions.key", hasItems("financial", "legal-sanctions"))
                .extract()
                .path("id");
        post(MANAGER, "/methodologies/" + methodology + "/submissions", null).statusCode(200);

        approve(CHIEF, methodology, 2)
                .statusCode(422)
                .body("rule", equalTo("RSK-1"))
                .body("violations.pointer", hasItems("/criteria/acceptance", "/criteria/level", "/criteria/bands"));
    }

    @Test
    void a_merge_patch_revises_the_draft_and_leaves_the_rest() throws Exception {
        String methodology = define(MANAGER);

        patch(
                        MANAGER,
                        "/methodologies/" + methodology,
                        "{\"criteria\": {\"acceptance\": {\"acceptableUpTo\": \"low\"}}}")
                .statusCode(200)
                .body("versions[0].content.criteria.acceptance.acceptableUpTo", equalTo("low"))
                .body("versions[0].content.criteria.acceptance.acceptedAboveBy", equalTo("top-management"))
                .body("versions[0].content.criteria.level.by", equalTo("product"));
        patch(MANAGER, "/methodologies/" + methodology, "{\"criterion\": {}}").statusCode(400);
    }

    @Test
    void money_travels_as_text() throws Exception {
        Map<String, Object> body =
                Map.of("kind", "quantitative", "title", "In money", "criteria", SampleCriteria.quantitative());
        post(MANAGER, "/methodologies", json.writeValueAsString(body))
                .statusCode(201)
                .body("versions[0].content.criteria.level.currency", equalTo("EUR"));
        assess(
                        register(post(MANAGER, "/risk-contexts", "{\"title\": \"Money\"}")
                                .extract()
                                .path("id")),
                        json.writeValueAsString(
                                Map.of("current", SampleCriteria.estimate("0.5", "100000.50", "20000"))))
                .statusCode(422)
                .body("rule", equalTo("RSK-4"));
    }

    @Test
    @DisplayName("RSK-6: who may decide, what a risk needs, what a client may choose")
    void registering() {
        String context = post(MANAGER, "/risk-contexts", "{\"title\": \"Cloud\"}")
                .extract()
                .path("id");
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        String body = registration(context).replaceFirst("\\{", "{\"id\": \"" + id + "\",");

        post(MANAGER, "/risks", body).statusCode(201).header("Location", containsString(id));
        post(MANAGER, "/risks", body).statusCode(409);
        post(Tokens.of("initech", "u-viewer", "viewer"), "/risks", body).statusCode(403);
        post(MANAGER, "/risks", registration(UuidCreator.getTimeOrderedEpoch().toString()))
                .statusCode(404);
        post(MANAGER, "/risks", "{\"context\": \"" + context + "\", \"owner\": \"u-owner\"}")
                .statusCode(422)
                .body("rule", equalTo("RSK-6"))
                .body("violations.pointer", hasItems("/title", "/scenario/event", "/affects"));
        patch(Tokens.of("initech", "u-other", Roles.RISK_OWNER), "/risks/" + id, "{\"title\": \"Mine\"}")
                .statusCode(403)
                .body("rule", equalTo("RSK-6"));
        patch(OWNER, "/risks/" + id, "{\"unit\": null, \"controls\": [\"A.8.5\"]}")
                .statusCode(200)
                .body("unit", nullValue())
                .body("controls", equalTo(java.util.List.of("A.8.5")));
        post(OWNER, "/risks/" + id + "/owners", "{\"owner\": \"u-next\"}")
                .statusCode(200)
                .body("owner", equalTo("u-next"));
        post(OWNER, "/risks/" + id + "/retirements", "{\"reason\": \"Gone\"}").statusCode(403);
        post(MANAGER, "/risks/" + id + "/retirements", "{\"reason\": \"Gone\"}")
                .statusCode(200)
                .body("status", equalTo("retired"));
    }

    private String define(String token) throws Exception {
        return post(
                        token,
                        "/methodologies",
                        json.writeValueAsString(Map.of(
                                "kind", "semi-quantitative", "title", "Scored", "criteria", SampleCriteria.scored())))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String register(String context) {
        return post(MANAGER, "/risks", registration(context))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String registration(String context) {
        return """
                {"title": "Stolen login", "context": "%s", "owner": "u-owner", "unit": "IT",
                 "scenario": {"source": "Criminals", "event": "Log in as one of us", "vulnerability": "A password alone is enough",
                              "consequence": "Customer data are copied"},
                 "affects": ["confidentiality"], "assets": ["Remote access"], "category": "Unauthorized access"}
                """.formatted(context);
    }

    private static String rated(int likelihood, String... dimensions) {
        var impact = new StringBuilder();
        for (String dimension : dimensions) {
            impact.append(impact.isEmpty() ? "" : ",")
                    .append("\"%s\": {\"value\": 3, \"rationale\": \"why\"}".formatted(dimension));
        }
        return "{\"current\": {\"likelihood\": {\"value\": %d, \"rationale\": \"why\"}, \"impact\": {%s}}}"
                .formatted(likelihood, impact);
    }

    private static ValidatableResponse assess(String risk, String body) {
        return post(OWNER, "/risks/" + risk + "/assessments", body);
    }

    private static ValidatableResponse approve(String token, String methodology, int version) {
        return as(token)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/methodologies/" + methodology + "/approvals")
                .then();
    }

    private static ValidatableResponse post(String token, String path, String body) {
        var request = as(token);
        return (body == null ? request : request.contentType("application/json").body(body))
                .post("/api/v1" + path)
                .then();
    }

    private static ValidatableResponse patch(String token, String path, String body) {
        return as(token)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1" + path)
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
