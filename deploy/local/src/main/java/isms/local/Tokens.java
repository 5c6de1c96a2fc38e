package isms.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.local.demo.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the local realm's people, whose passwords are their names. */
final class Tokens implements TokenSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private record Held(String token, Instant until) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    Tokens(URI issuer) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    @Override
    public String token(String user) {
        // one at a time for each: Keycloak takes two sign-ins of the same user at the same moment for an attack
        return held.compute(
                        user,
                        (name, current) ->
                                current == null || current.until().isBefore(Instant.now()) ? asked(name) : current)
                .token();
    }

    private Held asked(String user) {
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=isms-cli&username=" + name + "&password=" + name))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gives " + user + " no token: "
                        + answer.path("error_description").asText("status " + response.statusCode()));
            }
            Duration life =
                    Duration.ofSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
            return new Held(answer.path("access_token").asText(), Instant.now().plus(life));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }
}
