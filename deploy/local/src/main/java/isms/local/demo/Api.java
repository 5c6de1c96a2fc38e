package isms.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public API as any client uses it. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int TRIES = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;
    private final TokenSource tokens;

    Api(URI root, TokenSource tokens) {
        this.root = root;
        this.tokens = tokens;
    }

    /** What a GET answers; empty when there is no such thing. */
    Optional<JsonNode> find(String user, String path) {
        HttpResponse<String> response = send(request(user, path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(json(required(response)));
    }

    /** What a command was answered with. */
    record Answer(JsonNode body, @Nullable String etag) {

        /** For who signs what they have read. */
        String signed() {
            if (etag == null) {
                throw new IllegalStateException("answered without an ETag: " + body);
            }
            return etag;
        }
    }

    /**
     * Sends a command.
     *
     * @param key the Idempotency-Key: a repetition changes nothing
     * @param stated when it is said to have happened; null for now
     */
    Answer post(
            String user,
            String path,
            @Nullable JsonNode body,
            String key,
            @Nullable Instant stated,
            @Nullable String ifMatch) {
        HttpRequest.Builder request = request(user, path).header("Idempotency-Key", key);
        if (stated != null) {
            request.header("Stated-At", stated.toString());
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        }
        HttpResponse<String> response = required(send(request.build()));
        return new Answer(json(response), response.headers().firstValue("ETag").orElse(null));
    }

    /** What became of a file: a repetition changes nothing. */
    JsonNode bringIn(String user, String path, JsonNode rows) {
        return json(required(send(request(user, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(rows.toString()))
                .build())));
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.token(user));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            for (int again = 1; again < TRIES && PASSING.contains(response.statusCode()); again++) {
                Thread.sleep(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(again)));
                response = http.send(request, BodyHandlers.ofString());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request.method() + " " + request.uri(), e);
        }
    }

    private static HttpResponse<String> required(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s was answered with %d: %s"
                    .formatted(
                            response.request().method(),
                            response.request().uri().getPath(),
                            response.statusCode(),
                            response.body()));
        }
        return response;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
