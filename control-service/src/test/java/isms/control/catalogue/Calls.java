package isms.control.catalogue;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.control.Roles;
import isms.platform.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls of one organization, each read seeing what was written before. */
public final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String tenant;
    private String token = "";

    public Calls(String tenant) {
        this.tenant = tenant;
    }

    public RequestSpecification as(String... roles) {
        RequestSpecification request = given().auth().oauth2(Tokens.of(tenant, "u-" + roles[0], roles));
        return token.isEmpty() ? request : request.header("Consistency-Token", token);
    }

    public Response post(String path, String type, byte[] body) {
        Response response = as(Roles.ISMS_MANAGER).contentType(type).body(body).post("/api/v1" + path);
        String newer = response.header("Consistency-Token");
        if (newer != null) {
            token = newer;
        }
        return response;
    }

    public Response post(String path, String json) {
        return post(path, "application/json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Response get(String path) {
        return as(Roles.VIEWER).get("/api/v1" + path);
    }

    public JsonNode read(String path) {
        return json(get(path), 200);
    }

    public static JsonNode json(Response response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
