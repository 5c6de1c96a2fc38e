package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FloodTest {

    private final Vertx vertx = Vertx.vertx();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void listen() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        connections.add(request.connection());
        if (request.path().equals("/lost")) {
            request.connection().close();
            return;
        }
        request.body()
                .onSuccess(body -> vertx.setTimer(
                        5,
                        later -> request.response()
                                .setStatusCode(503)
                                .putHeader("Retry-After", "1")
                                .end("{\"code\":\"%s %s %s %s\"}"
                                        .formatted(
                                                request.path(),
                                                request.getHeader("Authorization"),
                                                request.getHeader("Idempotency-Key"),
                                                body))));
    }

    private Flood flood(int connections) {
        return new Flood(URI.create("http://127.0.0.1:" + server.actualPort()), "token", connections);
    }

    @Test
    void calls_beyond_the_connections_wait_for_one_and_each_has_its_own_answer() {
        try (var flood = flood(2)) {
            var answers = new ArrayList<CompletableFuture<Api.Answer>>();
            for (int i = 0; i < 20; i++) {
                answers.add(flood.post("/things", "key-" + i, "body-" + i));
            }
            for (int i = 0; i < 20; i++) {
                var answer = answers.get(i).join();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.retryAfter()).isEqualTo("1");
                assertThat(answer.code()).isEqualTo("/things Bearer token key-%d body-%d", i, i);
            }
            assertThat(connections).hasSize(2);
        }
    }

    @Test
    void a_lost_connection_costs_the_call_that_was_on_it_and_another_is_opened() {
        try (var flood = flood(1)) {
            var lost = flood.post("/lost", "key", "{}");
            var waiting = flood.post("/things", "key", "{}");

            assertThatThrownBy(lost::join).hasCauseInstanceOf(IOException.class);
            assertThat(waiting.join().status()).isEqualTo(503);
            assertThat(flood.post("/things", "key", "{}").join().status()).isEqualTo(503);
        }
    }

    @Test
    void a_call_fails_where_nobody_listens() {
        try (var flood = flood(1)) {
            server.close().toCompletionStage().toCompletableFuture().join();

            assertThatThrownBy(() -> flood.post("/things", "key", "{}").get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IOException.class);
        }
    }
}
