package isms.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Upstream.class, restrictToAnnotatedClass = false)
class ForwardingTest {

    @Inject
    MeterRegistry registry;

    @Test
    void body_status_and_headers_pass_both_ways() {
        given().auth()
                .oauth2(Upstream.token())
                .header("Idempotency-Key", "k-1")
                .contentType("application/json")
                .body("{\"title\":\"x\"}")
                .post("/api/v1/alphas")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", equalTo("/api/v1/alphas/1"))
                .header("Keep-Alive", nullValue())
                .body("method", equalTo("POST"))
                .body("length", equalTo(13))
                .body("headers.idempotency-key", equalTo("k-1"))
                .body("headers.content-length", equalTo("13"))
                .body("headers.host", equalTo("localhost:" + RestAssured.port));
    }

    @Test
    void what_every_service_serves_is_shown_under_the_name_of_the_service() {
        given().auth()
                .oauth2(Upstream.token())
                .get("/api/v1/operations/beta/queues?state=full")
                .then()
                .statusCode(200)
                .header("Location", equalTo("/api/v1/operations/beta/queues/1"))
                .body("service", equalTo("beta"))
                .body("uri", equalTo("/api/v1/operations/queues?state=full"));
        given().auth()
                .oauth2(Upstream.token())
                .get("/api/v1/operations/queues")
                .then()
                .statusCode(404);
    }

    @Test
    void an_answer_without_a_body_stays_without() {
        String token = Upstream.token();
        assertThat(given().auth()
                        .oauth2(token)
                        .get("/api/v1/alphas/not-modified")
                        .statusCode())
                .isEqualTo(304);
        assertThat(given().auth()
                        .oauth2(token)
                        .delete("/api/v1/alphas/no-content")
                        .statusCode())
                .isEqualTo(204);
        given().auth()
                .oauth2(token)
                .head("/api/v1/alphas/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        // the connection is still in step
        given().auth().oauth2(token).get("/api/v1/alphas/1").then().statusCode(200);
    }

    @Test
    void what_the_sender_calls_hop_by_hop_is_not_passed_on() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            String answer = wire.send(
                            "GET /api/v1/alphas/1 HTTP/1.1\nHost: x\nConnection: keep-alive, X-Once\nX-Once: 1\nX-Always: 1\n"
                                    + "TE: trailers\nAuthorization: Bearer " + Upstream.token() + "\n\n")
                    .until("\"x-always\"");
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("x-once", "\"te\"");
        }
    }

    @Test
    void an_announced_body_over_the_limit_is_refused_before_it_is_sent() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            String answer = wire.send(
                            "POST /api/v1/alphas/big HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 10485760\n"
                                    + "Authorization: Bearer " + Upstream.token() + "\n\n")
                    .until("\"traceId\"");
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "body-too-large", "1048576 bytes");
        }
        assertThat(Upstream.ASKED).doesNotContainKey("POST /api/v1/alphas/big");
    }

    @Test
    void a_client_that_sends_ten_megabytes_all_the_same_can_read_why_they_were_refused() {
        given().auth()
                .oauth2(Upstream.token())
                .contentType("application/json")
                .body(new byte[10 * 1024 * 1024])
                .post("/api/v1/alphas/big")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void where_files_come_in_there_is_room_and_patience_for_them_and_not_without_end() {
        given().auth()
                .oauth2(Upstream.token())
                .contentType("text/csv")
                .body(new byte[2 * 1024 * 1024])
                .post("/api/v1/alphas/slow/imports")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Upstream.token())
                .contentType("text/csv")
                .body(new byte[17 * 1024 * 1024])
                .post("/api/v1/alphas/imports")
                .then()
                .statusCode(413)
                .body("detail", containsString("16777216"));
        assertThat(Upstream.ASKED).doesNotContainKey("POST /api/v1/alphas/imports");
    }

    @Test
    void a_file_that_is_kept_may_be_larger_than_a_register_and_not_without_end() throws Exception {
        given().auth()
                .oauth2(Upstream.token())
                .contentType("application/pdf")
                .body(new byte[20 * 1024 * 1024])
                .post("/api/v1/alphas/slow/files")
                .then()
                .statusCode(200);
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send("POST /api/v1/alphas/files HTTP/1.1\nHost: x\nContent-Length: 104857601\nAuthorization: Bearer "
                    + Upstream.token() + "\n\n");
            assertThat(wire.until("\"traceId\"")).startsWith("HTTP/1.1 413").contains("104857600");
        }
    }

    @Test
    void a_body_in_chunks_is_cut_off_at_the_limit() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send("POST /api/v1/alphas/chunks HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nAuthorization: Bearer "
                    + Upstream.token() + "\n\n");
            for (int i = 0; i < 32; i++) {
                wire.chunk(64 * 1024);
            }
            wire.send("0\n\n");
            String answer = wire.until("\"traceId\"");
            assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
        }
    }

    @Test
    void a_body_in_chunks_within_the_limit_passes() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send("POST /api/v1/alphas/chunks HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nAuthorization: Bearer "
                    + Upstream.token() + "\n\n");
            for (int i = 0; i < 16; i++) {
                wire.chunk(64 * 1024);
            }
            wire.send("0\n\n");
            assertThat(wire.until("\"length\":1048576")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void who_asks_before_sending_is_told_to_go_on() throws Exception {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send(
                    "POST /api/v1/alphas HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 2\nAuthorization: Bearer "
                            + Upstream.token() + "\n\n");
            assertThat(wire.until("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(wire.send("{}").until("\"length\":2")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void a_service_that_is_away_is_named() {
        given().auth()
                .oauth2(Upstream.token())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/risks")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("service-away"))
                .body("detail", containsString("risk service"));
    }

    @Test
    void a_service_that_does_not_answer_is_given_up() {
        Instant before = Instant.now();
        given().auth()
                .oauth2(Upstream.token())
                .get("/api/v1/alphas/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", equalTo("time-limit"))
                .body("detail", containsString("alpha"));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void more_than_may_wait_are_refused_at_once_and_their_places_are_free_when_who_waited_has_gone() throws Exception {
        List<Wire> asking = new ArrayList<>();
        List<Wire> waiting = new ArrayList<>();
        try {
            askInVain(asking, Upstream.CONNECTIONS);
            await().until(() -> Upstream.ASKED.containsKey("GET /api/v1/betas/silent/imports")
                    && Upstream.ASKED.get("GET /api/v1/betas/silent/imports").get() == Upstream.CONNECTIONS);
            askInVain(waiting, Upstream.WAITING);
            await().until(() -> underWay("beta") == Upstream.CONNECTIONS + Upstream.WAITING);

            given().auth()
                    .oauth2(Upstream.token())
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/betas")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("overloaded"))
                    .body("detail", containsString("beta service"));
            assertThat(Upstream.ASKED).doesNotContainKey("POST /api/v1/betas");
            assertThat(Upstream.ASKED.get("GET /api/v1/betas/silent/imports")).hasValue(Upstream.CONNECTIONS);
            // another service is not concerned
            given().auth()
                    .oauth2(Upstream.token())
                    .get("/api/v1/alphas/1")
                    .then()
                    .statusCode(200);
            close(waiting);
            await().until(() -> underWay("beta") == Upstream.CONNECTIONS);
        } finally {
            close(waiting);
            close(asking);
        }
        await().until(() -> underWay("beta") == 0);
        await().until(() ->
                given().auth().oauth2(Upstream.token()).get("/api/v1/betas/1").statusCode() == 200);
        // what was still waiting for a connection is not asked for any more
        assertThat(Upstream.ASKED.get("GET /api/v1/betas/silent/imports")).hasValue(Upstream.CONNECTIONS);
    }

    /** Where files come in there is patience: no time limit frees a place meanwhile. */
    private static void askInVain(List<Wire> into, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            Wire wire = new Wire(RestAssured.port);
            into.add(wire);
            wire.send("GET /api/v1/betas/silent/imports HTTP/1.1\nHost: x\nAuthorization: Bearer " + Upstream.token()
                    + "\n\n");
        }
    }

    private static void close(List<Wire> wires) throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }

    private double underWay(String service) {
        return registry.get("isms.gateway.under.way")
                .tag("service", service)
                .gauge()
                .value();
    }

    @Test
    void a_get_on_a_dead_connection_is_asked_again_once_and_a_post_never() {
        String token = Upstream.token();
        given().auth().oauth2(token).get("/api/v1/alphas/dies-once").then().statusCode(200);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/betas/dies-once")
                .then()
                .statusCode(503)
                .body("code", equalTo("connection-lost"))
                .body("remedy", containsString("Idempotency-Key"));
        assertThat(Upstream.ASKED.get("GET /api/v1/alphas/dies-once")).hasValue(2);
        assertThat(Upstream.ASKED.get("POST /api/v1/betas/dies-once")).hasValue(1);
    }

    @Test
    void a_stream_of_events_arrives_while_it_is_still_being_sent() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/alphas/events"))
                .header("Authorization", "Bearer " + Upstream.token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<java.util.stream.Stream<String>> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofLines());
            var lines = answer.body().iterator();
            assertThat(lines.next()).isEqualTo("data: one");
            // only now is the second one sent
            given().auth()
                    .oauth2(Upstream.token())
                    .get("/api/v1/alphas/go-on")
                    .then()
                    .statusCode(200);
            lines.next();
            assertThat(lines.next()).isEqualTo("data: two");
        }
    }
}
