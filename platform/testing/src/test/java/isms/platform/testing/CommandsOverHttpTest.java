package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class CommandsOverHttpTest {

    static RequestSpecification keeper() {
        return given().auth().oauth2(Tokens.of("acme", "kim", "keeper")).contentType("application/json");
    }

    static String registered(String title) {
        return keeper().body("{\"title\":\"" + title + "\",\"owner\":\"kim\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void a_command_answers_with_the_representation_its_etag_and_a_token() {
        keeper().body("{\"title\":\"Valve\",\"owner\":\"kim\",\"tags\":[\"water\"]}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/things/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .header("Consistency-Token", notNullValue())
                .header("X-Content-Type-Options", "nosniff")
                .body("title", equalTo("Valve"))
                .body("status", equalTo("open"))
                .body("key", matchesPattern("THING-\\d+"))
                .body("note", nullValue())
                .body("tenant", nullValue())
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @Test
    void a_client_may_choose_the_id_but_only_once() {
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\",\"title\":\"Valve\",\"owner\":\"kim\"}";
        keeper().body(body).post("/api/v1/things").then().statusCode(201).header("Location", endsWith(id.toString()));
        keeper().body(body).post("/api/v1/things").then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void a_repeated_key_replays_the_first_answer() {
        String key = UUID.randomUUID().toString();
        String body = "{\"title\":\"Tank\",\"owner\":\"kim\"}";
        String first = keeper().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .extract()
                .path("id");
        keeper().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
        keeper().header("Idempotency-Key", key)
                .body("{\"title\":\"Other\",\"owner\":\"kim\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_stale_if_match_is_refused_and_who_signs_must_send_one() {
        String key = registered("Fan");
        String rating = "{\"level\":3,\"place\":{\"site\":\"North\",\"floor\":1}}";
        keeper().header("If-Match", "\"1\"")
                .body(rating)
                .post("/api/v1/things/" + key + "/ratings")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("place.site", equalTo("North"));
        keeper().header("If-Match", "\"1\"")
                .body(rating)
                .post("/api/v1/things/" + key + "/ratings")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("detail", containsString("version 2"));
        keeper().post("/api/v1/things/" + key + "/closures")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        keeper().header("If-Match", "7")
                .post("/api/v1/things/" + key + "/closures")
                .then()
                .statusCode(400);
        keeper().header("If-Match", "\"2\"")
                .post("/api/v1/things/" + key + "/closures")
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"));
    }

    @Test
    void a_refusal_names_rule_clause_pointer_and_remedy() {
        String key = registered("Duct");
        keeper().body("{\"level\":9,\"place\":{\"site\":\"North\",\"floor\":1}}")
                .post("/api/v1/things/" + key + "/ratings")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://isms.example/problems/rule-violated"))
                .body("rule", equalTo("THG-3"))
                .body("clause", equalTo("7.5.3"))
                .body("violations[0].pointer", equalTo("/level"))
                .body("remedy", notNullValue())
                .body("instance", equalTo("/api/v1/things/" + key + "/ratings"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
        String pump = registered("Pump");
        keeper().header("If-Match", "*")
                .post("/api/v1/things/" + pump + "/closures")
                .then()
                .statusCode(428);
        keeper().header("If-Match", "\"1\"")
                .post("/api/v1/things/" + pump + "/closures")
                .then()
                .statusCode(403)
                .body("rule", equalTo("THG-4"));
    }

    @Test
    void what_is_not_there_or_belongs_to_another_organization_is_not_found() {
        String key = registered("Lamp");
        String id = keeper().body("{\"level\":1,\"place\":{\"site\":\"North\",\"floor\":1}}")
                .post("/api/v1/things/" + key + "/ratings")
                .path("id");
        for (String which : new String[] {id, key, UUID.randomUUID().toString(), "THING-99999", "nonsense"}) {
            given().auth()
                    .oauth2(Tokens.of("globex", "eve", "keeper"))
                    .contentType("application/json")
                    .body("{\"level\":1,\"place\":{\"site\":\"North\",\"floor\":1}}")
                    .post("/api/v1/things/" + which + "/ratings")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void a_merge_patch_changes_only_what_it_names() {
        String key = registered("Gate");
        keeper().contentType("application/merge-patch+json")
                .body("{\"note\":\"heavy\"}")
                .patch("/api/v1/things/" + key)
                .then()
                .statusCode(200)
                .body("title", equalTo("Gate"))
                .body("note", equalTo("heavy"));
        keeper().contentType("application/merge-patch+json")
                .body("{\"colour\":null}")
                .patch("/api/v1/things/" + key)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"))
                .body("violations[0].pointer", equalTo("/colour"));
        keeper().contentType("application/merge-patch+json")
                .body("[1]")
                .patch("/api/v1/things/" + key)
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("ALL-2: imported history states when it happened, and only the importing role may")
    void imported_history() {
        String body = "{\"title\":\"Old pipe\",\"owner\":\"kim\"}";
        given().auth()
                .oauth2(Tokens.of("acme", "kim", "keeper", "isms-manager"))
                .contentType("application/json")
                .header("Stated-At", "2025-01-31T10:00:00Z")
                .body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("imported", equalTo(true))
                .body("createdAt", equalTo("2025-01-31T10:00:00Z"));
        keeper().header("Stated-At", "2025-01-31T10:00:00Z")
                .body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("acme", "kim", "keeper", "isms-manager"))
                .contentType("application/json")
                .header("Stated-At", "2999-01-31T10:00:00Z")
                .body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("rule", equalTo("ALL-2"));
    }

    @Test
    void malformed_bodies_are_explained() {
        expect(400, "{\"title\":\"x\",", "malformed-body", "line 1");
        expect(400, "{\"title\":\"x\",\"owner\":\"k\",\"color\":1}", "unknown-field", "id, note, owner, tags, title");
        expect(400, "{\"title\":7,\"owner\":\"k\"}", "malformed-body", "text");
        expect(400, "{\"title\":\"x\",\"owner\":\"k\",\"id\":\"abc\"}", "malformed-body", "UUID");
        expect(400, "{\"title\":\"x\",\"owner\":\"k\",\"tags\":\"a\"}", "malformed-body", "a list");
        expect(400, "[]", "malformed-body", "an object");
        expect(422, "{\"title\":\" \",\"owner\":\"k\"}", "invalid-body", "/title");
        expect(422, "{\"title\":\"x\",\"owner\":\"k\",\"tags\":[\"a\",\"\"]}", "invalid-body", "/tags/1");
        keeper().post("/api/v1/things")
                .then()
                .statusCode(not(500))
                .statusCode(not(201))
                .body("code", notNullValue());
    }

    @Test
    void wrong_enum_values_name_the_allowed_ones() {
        String key = registered("Door");
        keeper().body("{\"level\":1,\"place\":{\"site\":\"N\",\"floor\":1},\"expect\":\"shut\"}")
                .post("/api/v1/things/" + key + "/ratings")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/expect"))
                .body("detail", containsString("open, under-review, closed"));
        keeper().body("{\"level\":1,\"place\":{\"site\":\"N\",\"floor\":\"1\"}}")
                .post("/api/v1/things/" + key + "/ratings")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/place/floor"))
                .body("detail", containsString("a whole number"));
        keeper().get("/api/v1/things/by-status/under-review")
                .then()
                .statusCode(200)
                .body(equalTo("\"under-review\""));
        keeper().get("/api/v1/things/by-status/UNDER_REVIEW")
                .then()
                .statusCode(400)
                .body(containsString("under-review"));
    }

    private static void expect(int status, String body, String code, String detail) {
        keeper().body(body)
                .post("/api/v1/things")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(detail))
                .body("detail", not(containsString("isms.")))
                .body("detail", not(containsString("java.")));
    }
}
