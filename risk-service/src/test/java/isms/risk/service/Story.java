package isms.risk.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The demonstration organizations (acme, globex), told once to the service under test, and its people. */
final class Story {

    static final ObjectMapper JSON = new ObjectMapper();
    static final JsonNode ACME = read("acme");
    static final JsonNode GLOBEX = read("globex");

    private static final Map<String, String> ROLES = Map.of(
            "ines",
            "isms-manager",
            "ivan",
            "isms-manager",
            "tom",
            "top-management",
            "rosa",
            "risk-owner",
            "otto",
            "risk-owner",
            "ada",
            "auditor",
            "vera",
            "viewer",
            "tina",
            "tenant-admin");

    private static final Instant TODAY = Instant.now();

    private static boolean told;
    private static String token = "";

    private Story() {}

    /** Tells both stories, unless they have been told. */
    static synchronized void told() {
        if (!told) {
            tell("acme", ACME);
            tell("globex", GLOBEX);
            told = true;
        }
    }

    /** What a person of acme sends; the subject id is the person's name. */
    static RequestSpecification by(String person) {
        return by("acme", person);
    }

    static RequestSpecification by(String tenant, String person) {
        String role = ROLES.get(person);
        assertThat(role).as(person).isNotNull();
        return with(Tokens.of(tenant, person, role));
    }

    /** Reads see everything told and done so far. */
    static RequestSpecification with(String bearer) {
        RequestSpecification request = given().header("Authorization", "Bearer " + bearer);
        return token.isEmpty() ? request : request.header("Consistency-Token", token);
    }

    static JsonNode get(String person, String path) {
        return json(by(person).get(path).then().statusCode(200).extract().response());
    }

    static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command that must be taken; later reads wait for it. */
    static Response take(RequestSpecification request, String path, @Nullable Object body) {
        if (body != null) {
            request.contentType("application/json").body(body.toString());
        }
        Response response = request.post(path);
        assertThat(response.statusCode())
                .as("POST %s: %s", path, response.asString())
                .isIn(200, 201);
        String written = response.header("Consistency-Token");
        token = written == null ? token : written;
        return response;
    }

    /** Later reads wait for this. */
    static void seen(String consistencyToken) {
        token = consistencyToken;
    }

    /** Id of a risk of acme's story by a word of its title. */
    static String risk(String word) {
        return find(ACME, word).at("/body/id").asText();
    }

    static JsonNode find(JsonNode story, String word) {
        for (JsonNode risk : story.path("risks")) {
            if (risk.at("/body/title").asText().contains(word)) {
                return risk;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** A risk registered just for one test. */
    static String newRisk(String context, String title) {
        ObjectNode body = find(ACME, "Backups").get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("context", context).put("title", title).put("owner", "rosa");
        take(by("ines"), "/api/v1/risks", body);
        return id;
    }

    /** The plan that each organization has for the first of its risks: by the name of the organization. */
    static String plan(String tenant) {
        return UUID.nameUUIDFromBytes(tenant.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The round that each organization has over the first of its risks. */
    static String round(String tenant) {
        return UUID.nameUUIDFromBytes(("round of " + tenant).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String context(int index) {
        return ACME.path("contexts").get(index).at("/body/id").asText();
    }

    private static void tell(String tenant, JsonNode story) {
        for (JsonNode methodology : story.path("methodologies")) {
            String path = "/api/v1/methodologies/" + methodology.at("/body/id").asText();
            take(at(tenant, methodology.get("definedDaysAgo")), "/api/v1/methodologies", methodology.get("body"));
            String etag = take(by(tenant, "ines"), path + "/submissions", null).header("ETag");
            take(by(tenant, "tom").header("If-Match", etag), path + "/approvals", null);
            take(by(tenant, "ines"), path + "/releases", null);
        }
        for (JsonNode context : story.path("contexts")) {
            take(at(tenant, context.get("definedDaysAgo")), "/api/v1/risk-contexts", context.get("body"));
            take(
                    at(tenant, context.get("definedDaysAgo")),
                    "/api/v1/risk-contexts/" + context.at("/body/id").asText() + "/methodology-choices",
                    JSON.createObjectNode().set("methodology", context.get("methodology")));
        }
        take(at(tenant, story.at("/portfolio/chosenDaysAgo")), "/api/v1/risk-portfolio", story.at("/portfolio/body"));
        for (JsonNode risk : story.path("risks")) {
            ObjectNode body = risk.get("body").deepCopy();
            body.put("owner", risk.path("owner").asText());
            String path = "/api/v1/risks/" + body.path("id").asText();
            take(at(tenant, risk.get("registeredDaysAgo")), "/api/v1/risks", body);
            for (JsonNode assessment : risk.path("assessments")) {
                take(at(tenant, assessment.get("daysAgo")), path + "/assessments", assessment.get("body"));
            }
            if (risk.has("quantification")) {
                take(
                        at(tenant, risk.at("/quantification/daysAgo")),
                        path + "/quantification",
                        risk.at("/quantification/body"));
            }
            if (risk.has("retirement")) {
                take(
                        at(tenant, risk.at("/retirement/daysAgo")),
                        path + "/retirements",
                        JSON.createObjectNode().set("reason", risk.at("/retirement/reason")));
            }
        }
        take(
                by(tenant, "ines"),
                "/api/v1/treatment-plans",
                JSON.createObjectNode()
                        .put("id", plan(tenant))
                        .put("risk", story.at("/risks/0/body/id").asText())
                        .put("title", "Begun by the " + tenant + " manager"));
        ObjectNode round = JSON.createObjectNode()
                .put("id", round(tenant))
                .put("title", "Opened by the " + tenant + " manager")
                .put("occasion", "planned-interval")
                .put("due", "2029-12-31");
        round.putObject("scope").putArray("risks").add(story.at("/risks/0/body/id"));
        take(by(tenant, "ines"), "/api/v1/assessment-rounds", round);
    }

    private static RequestSpecification at(String tenant, JsonNode daysAgo) {
        return by(tenant, "ines").header("Stated-At", daysAgo(daysAgo.asInt()).toString());
    }

    static Instant daysAgo(int days) {
        return TODAY.minus(Duration.ofDays(days));
    }

    private static JsonNode read(String organization) {
        try {
            return JSON.readTree(Path.of("../deploy/local/src/main/resources/isms/local/demo", organization + ".json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
