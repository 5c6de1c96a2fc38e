package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class ProblemsTest {

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("https://isms.example/problems/" + code));
    }

    @Test
    void without_a_token() {
        problem(given().get("/api/v1/things").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void with_a_token_that_is_not_valid() {
        problem(given().auth().oauth2("abc.def.ghi").get("/api/v1/things").then(), 401, "unauthenticated");
        problem(
                        given().auth()
                                .oauth2(Tokens.expired("acme", "kim", "viewer"))
                                .get("/api/v1/things")
                                .then(),
                        401,
                        "unauthenticated")
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void without_the_role() {
        problem(
                        given().auth()
                                .oauth2(Tokens.of("acme", "vic", "viewer"))
                                .contentType("application/json")
                                .body("{\"title\":\"x\",\"owner\":\"vic\"}")
                                .post("/api/v1/things")
                                .then(),
                        403,
                        "forbidden")
                .body("detail", containsString("keeper"));
    }

    @Test
    void without_an_organization() {
        problem(
                        given().auth()
                                .oauth2(Tokens.withoutTenant("vic", "viewer"))
                                .get("/api/v1/things")
                                .then(),
                        403,
                        "forbidden")
                .body("detail", containsString("tenant"));
    }

    @Test
    void addresses_that_nobody_serves() {
        problem(CommandsOverHttpTest.keeper().get("/api/v1/nothing").then(), 404, "not-found");
        problem(CommandsOverHttpTest.keeper().get("/elsewhere").then(), 404, "not-found");
        problem(given().get("/elsewhere").then(), 404, "not-found");
    }

    @Test
    void methods_and_media_types_that_nobody_serves() {
        problem(CommandsOverHttpTest.keeper().delete("/api/v1/things").then(), 405, "method-not-allowed");
        problem(
                CommandsOverHttpTest.keeper()
                        .accept("image/png")
                        .get("/api/v1/things")
                        .then(),
                406,
                "not-acceptable");
        problem(
                given().auth()
                        .oauth2(Tokens.of("acme", "kim", "keeper"))
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/v1/things")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void bodies_that_are_too_large() {
        String body = "{\"title\":\"" + "x".repeat(10_000_000) + "\"}";
        problem(CommandsOverHttpTest.keeper().body(body).post("/api/v1/things").then(), 413, "body-too-large");
    }

    @Test
    void failures_of_ours_say_nothing_of_our_insides() {
        problem(CommandsOverHttpTest.keeper().get("/api/v1/things/broken").then(), 500, "internal-error")
                .body("detail", not(containsString("secret")));
    }

    @Test
    void a_trace_of_the_client_is_kept() {
        CommandsOverHttpTest.keeper()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("X-Correlation-Id", "01890a5d-ac96-774b-bcce-b302099a8057")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Correlation-Id", "01890a5d-ac96-774b-bcce-b302099a8057")
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }
}
