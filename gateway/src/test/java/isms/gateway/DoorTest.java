package isms.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = Upstream.class, restrictToAnnotatedClass = false)
class DoorTest {

    @Test
    @DisplayName("ALL-1: nobody passes without a token")
    void nobody_passes_without_a_token() {
        given().get("/api/v1/alphas")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/api/v1/alphas"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("remedy", containsString("Authorization: Bearer"));
        assertThat(Upstream.ASKED).doesNotContainKey("GET /api/v1/alphas");
    }

    @Test
    void a_token_signed_by_somebody_else_does_not_pass() {
        refused(Upstream.signedByAStranger(Upstream.claims("acme", "eve").expiresIn(300)));
    }

    @Test
    void a_token_for_another_audience_does_not_pass() {
        refused(Upstream.sign(
                Upstream.claims("acme", "eve").audience("another-api").expiresIn(300)));
    }

    @Test
    void a_token_of_another_issuer_does_not_pass() {
        refused(Upstream.sign(
                Upstream.claims("acme", "eve").issuer("https://elsewhere.test").expiresIn(300)));
    }

    @Test
    void what_is_no_token_does_not_pass() {
        refused("not.a.token");
    }

    @Test
    void a_remembered_token_does_not_outlive_its_expiry() throws InterruptedException {
        String token = Upstream.sign(
                Upstream.claims("acme", "u" + UUID.randomUUID()).expiresAt(System.currentTimeMillis() / 1000 + 2));
        given().auth().oauth2(token).get("/api/v1/alphas/1").then().statusCode(200);
        Thread.sleep(2_500);
        refused(token);
    }

    @Test
    void the_service_sees_the_token_and_where_the_request_came_from() {
        String token = Upstream.token();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Isms-Tenant", "globex")
                .header("X-Internal-Secret", "open")
                .header("X-Original-URL", "/q/metrics")
                .header("X-Client-Own", "kept")
                .get("/api/v1/alphas/1?q=a%20b")
                .then()
                .statusCode(200)
                .body("service", equalTo("alpha"))
                .body("uri", equalTo("/api/v1/alphas/1?q=a%20b"))
                .body("headers.authorization", equalTo("Bearer " + token))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", containsString(":" + RestAssured.port))
                .body("headers.forwarded", nullValue())
                .body("headers.x-isms-tenant", nullValue())
                .body("headers.x-internal-secret", nullValue())
                .body("headers.x-original-url", nullValue())
                .body("headers.x-client-own", equalTo("kept"))
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void a_trace_that_the_client_began_goes_on_and_a_malformed_one_does_not() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        String token = Upstream.token();
        given().auth()
                .oauth2(token)
                .header("traceparent", trace)
                .get("/api/v1/alphas/1")
                .then()
                .body("headers.traceparent", equalTo(trace));
        given().auth()
                .oauth2(token)
                .header("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-00")
                .get("/api/v1/alphas/1")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
        given().header("traceparent", trace)
                .get("/api/v1/alphas")
                .then()
                .statusCode(401)
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void the_longest_prefix_of_whole_segments_decides_who_answers() {
        String token = Upstream.token();
        given().auth().oauth2(token).get("/api/v1/betas").then().body("service", equalTo("beta"));
        given().auth().oauth2(token).get("/api/v1/alphas/of-beta/3").then().body("service", equalTo("beta"));
        given().auth().oauth2(token).get("/api/v1/alphas/of-betas").then().body("service", equalTo("alpha"));
        given().auth()
                .oauth2(token)
                .get("/api/v1/alphasandmore")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/alphas/../../../q/metrics",
                "/api/v1/alphas/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/alphas/..%2f..%2fq",
                "/api/v1/alphas//x",
                "/api/v1/alphas/..;/q",
                "/api/v1/alphas/%252e%252e/q"
            })
    void a_path_that_a_service_may_read_differently_is_refused(String path) throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            String answer = wire.send(
                            "GET " + path + " HTTP/1.1\nHost: x\nAuthorization: Bearer " + Upstream.token() + "\n\n")
                    .until("\"traceId\"");
            assertThat(answer).startsWith("HTTP/1.1 400").contains("ambiguous-path");
        }
    }

    @Test
    void a_method_that_no_service_has_is_refused() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            String answer = wire.send("TRACE /api/v1/alphas HTTP/1.1\nHost: x\nAuthorization: Bearer "
                            + Upstream.token() + "\n\n")
                    .until("\"traceId\"");
            assertThat(answer).startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void every_answer_tells_browsers_to_be_careful_and_says_so_once() {
        var answer = given().auth().oauth2(Upstream.token()).get("/api/v1/alphas/1");
        assertThat(answer.headers().getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        given().get("/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void no_other_origin_may_ask_unless_configured() {
        given().header("Origin", "https://elsewhere.test")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/alphas")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_come_back() {
        String token = Upstream.token();
        given().auth()
                .oauth2(token)
                .get("/api/v1/alphas/1")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"client\";q=10;w=10, \"tenant\";q=15;w=15"))
                .header("RateLimit", startsWith("\"client\";r=9;t="));
        int status = 200;
        for (int i = 0; i < 40 && status == 200; i++) {
            status = given().auth().oauth2(token).get("/api/v1/alphas/1").statusCode();
        }
        given().auth()
                .oauth2(token)
                .get("/api/v1/alphas/1")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit", startsWith("\"client\";r=0;t="))
                .body("code", equalTo("too-many-requests"))
                .body("detail", containsString("client"))
                .body("remedy", containsString("Retry-After"));
        given().auth().oauth2(Upstream.token()).get("/api/v1/alphas/1").then().statusCode(200);
    }

    @Test
    void the_clients_of_one_tenant_share_its_limit() {
        String tenant = "tenant-" + UUID.randomUUID();
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            var answer = given().auth()
                    .oauth2(Upstream.token(tenant, "user-" + i % 5))
                    .get("/api/v1/alphas/1");
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.jsonPath().getString("detail")).contains("tenant");
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void metrics_are_shown_to_this_host_and_name_service_and_outcome() {
        given().auth().oauth2(Upstream.token()).get("/api/v1/alphas/1").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("isms_gateway_requests_seconds_count{outcome=\"2xx\",service=\"alpha\"}"));
    }

    @Test
    void readiness_names_the_service_that_is_missing() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'services' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'services' }.data.alpha", equalTo("ready"))
                .body("checks.find { it.name == 'services' }.data.risk", equalTo("missing"));
        given().get("/q/health/live").then().statusCode(200).body("status", notNullValue());
    }

    private static void refused(String token) {
        given().auth()
                .oauth2(token)
                .get("/api/v1/alphas/1")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }
}
