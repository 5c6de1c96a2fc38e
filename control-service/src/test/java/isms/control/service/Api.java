package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.control.Roles;
import isms.platform.testing.Tokens;
import java.util.UUID;

/** Requests as clients send them, each organization with its own people. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final String tenant = "t-" + UUID.randomUUID();
    private String token = "";

    String tenant() {
        return tenant;
    }

    /** The token of who calls next; read your own writes. */
    private RequestSpecification as(String subject, String... roles) {
        var request = given().auth().oauth2(Tokens.of(tenant, subject, roles));
        return token.isEmpty() ? request : request.header("Consistency-Token", token);
    }

    Response post(String path, String body, String subject, String... roles) {
        Response response =
                as(subject, roles).contentType("application/json").body(body).post("/api/v1" + path);
        String next = response.header("Consistency-Token");
        token = next == null ? token : next;
        return response;
    }

    Response patch(String path, String body, String subject, String... roles) {
        Response response = as(subject, roles)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1" + path);
        String next = response.header("Consistency-Token");
        token = next == null ? token : next;
        return response;
    }

    /** As the ISMS manager, and it is taken. */
    JsonNode taken(String path, String body) {
        return taken(post(path, body, "u-manager", Roles.ISMS_MANAGER));
    }

    static JsonNode taken(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
        return json(response);
    }

    static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.asString(), e);
        }
    }

    Response read(String path, String accept) {
        return as("u-viewer", Roles.VIEWER).accept(accept).get("/api/v1" + path);
    }

    JsonNode get(String path) {
        Response response = read(path, "application/json");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return json(response);
    }

    /** Until all that is recorded by now can be read: what the system records gives nobody a token. */
    void settle() {
        control("Something else", "");
        get("/controls");
    }

    /** Refused with the status, by the rule. */
    static void refused(Response response, int status, String rule) {
        JsonNode problem = json(response);
        assertThat(response.statusCode()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.path("rule").asText()).isEqualTo(rule);
    }

    String control(String title, String rest) {
        return taken("/controls", "{\"title\":\"" + title + "\",\"owner\":\"u-owner\"" + rest + "}")
                .path("key")
                .asText();
    }

    /** Puts a control in place, a while ago. */
    void inPlace(String control) {
        taken("/controls/" + control + "/starts", "{\"on\":\"2026-01-10\"}");
        taken("/controls/" + control + "/implementations", "{\"on\":\"2026-01-20\"}");
    }

    String link(String control) {
        return taken(
                        "/controls/" + control + "/evidence",
                        "{\"kind\":\"link\",\"title\":\"Plan\",\"link\":\"https://backup.example/7\"}")
                .path("key")
                .asText();
    }
}
