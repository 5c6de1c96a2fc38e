package isms.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The HTTP API as a client sees it, over a fixed number of connections and one thread. */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "\"code\":\"";

    /** What came back. */
    record Answer(
            int status,
            @Nullable String etag,
            @Nullable String consistencyToken,
            @Nullable String retryAfter,
            String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The kind of a refusal; found without reading the whole, as thousands of them come in a second. */
        String code() {
            int at = body.indexOf(CODE);
            int end = at < 0 ? -1 : body.indexOf('"', at + CODE.length());
            return end < 0 ? body.substring(0, Math.min(160, body.length())) : body.substring(at + CODE.length(), end);
        }

        /** @throws IllegalStateException unless the status is one of these */
        Answer expect(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new IllegalStateException("status " + status + ": " + body);
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setPreferNativeTransport(true));
    private final HttpClient client;
    private final URI root;
    private final String token;
    private final Duration patience;

    Api(URI root, String token, int connections) {
        this(root, token, connections, PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    Api(URI root, String token, int connections, Duration patience) {
        this.patience = patience;
        this.root = root;
        this.token = token;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setConnectTimeout(2_000)
                .setKeepAlive(true));
    }

    CompletionStage<Answer> start(String method, String path, @Nullable String body, Map<String, String> headers) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setHost(root.getHost())
                .setPort(root.getPort())
                .setURI(path)
                .setTimeout(patience.toMillis());
        // Asked for the body on the event loop, in the very call that brings the head: from outside it could be asked
        // for
        // after it has passed, and be awaited for ever.
        return client.request(options)
                .compose(request -> sent(request, body, headers)
                        .compose(response -> response.body().map(content -> answer(response, content))))
                .toCompletionStage();
    }

    private io.vertx.core.Future<HttpClientResponse> sent(
            HttpClientRequest request, @Nullable String body, Map<String, String> headers) {
        request.putHeader("Authorization", "Bearer " + token);
        headers.forEach(request::putHeader);
        if (body == null) {
            return request.send();
        }
        if (!headers.containsKey("Content-Type")) {
            request.putHeader("Content-Type", "application/json");
        }
        return request.send(Buffer.buffer(body));
    }

    private static Answer answer(HttpClientResponse response, Buffer content) {
        return new Answer(
                response.statusCode(),
                response.getHeader("ETag"),
                response.getHeader("Consistency-Token"),
                response.getHeader("Retry-After"),
                content.toString());
    }

    /** As {@link #start}, waiting for the answer. */
    Answer call(String method, String path, @Nullable String body, Map<String, String> headers) throws IOException {
        try {
            return start(method, path, body, headers)
                    .toCompletableFuture()
                    .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IOException(method + " " + path + ": " + e.getCause(), e.getCause());
        }
    }

    Answer get(String path) throws IOException {
        return call("GET", path, null, Map.of());
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
