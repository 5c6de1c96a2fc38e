package isms.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the demonstration organization to a fresh stack, once: a pump works with its office network (acme), and a second
 * organization (globex) of whose risks acme must never see anything. What acme does about its risks is a story of its own:
 * {@link ControlStory}.
 *
 * <p>The register is told as an import: with the moments at which things are said to have happened, and marked as such.
 * What is approved is approved now, by someone who wrote nothing of it, since no import can sign for anyone.
 */
public final class Demonstration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ORGANIZATIONS = List.of("acme", "globex");

    private final Api api;
    private final TokenSource tokens;
    private final String organization;
    private final JsonNode story;
    private final String manager;
    private final String approver;
    private final Instant today;

    private int step;

    private Demonstration(Api api, TokenSource tokens, String organization, Instant today) {
        this.api = api;
        this.tokens = tokens;
        this.organization = organization;
        this.story = read(organization + ".json");
        this.manager = story.at("/people/manager").asText();
        this.approver = story.at("/people/approver").asText();
        this.today = today;
    }

    /**
     * Puts the demonstration in through the public API; what is there already stays as it is.
     *
     * @param gateway the gateway's root, for example {@code http://127.0.0.1:8080/}
     * @throws IllegalStateException when the API refuses something; the message says what and why
     */
    public static void seed(URI gateway, TokenSource tokens) {
        Instant today = Instant.now();
        Api api = new Api(gateway, tokens);
        ControlStory controls = new ControlStory(api, tokens, read("acme-controls.json"), today);
        AtOnce.run(
                2,
                List.of(
                        controls::tellOfControls,
                        () -> ORGANIZATIONS.forEach(
                                organization -> new Demonstration(api, tokens, organization, today).tell())));
        controls.tellTheRest();
    }

    private void tell() {
        if (isTold()) {
            return;
        }
        story.path("methodologies").forEach(this::methodology);
        story.path("contexts").forEach(this::context);
        portfolio(story.path("portfolio"));
        story.path("risks").forEach(this::risk);
    }

    /** Whether the last thing of the story is there in full. */
    private boolean isTold() {
        JsonNode risks = story.path("risks");
        JsonNode last = risks.get(risks.size() - 1);
        return api.find(manager, "/api/v1/risks/" + last.at("/body/id").asText())
                .map(found ->
                        found.path("version").asInt() > last.path("assessments").size())
                .orElse(false);
    }

    private void methodology(JsonNode methodology) {
        String path = "/api/v1/methodologies/" + methodology.at("/body/id").asText();
        post(manager, "/api/v1/methodologies", methodology.get("body"), methodology.get("definedDaysAgo"), null);
        String etag = post(manager, path + "/submissions", null, null, null);
        post(approver, path + "/approvals", null, null, etag);
        post(manager, path + "/releases", null, null, null);
    }

    private void context(JsonNode context) {
        JsonNode days = context.get("definedDaysAgo");
        post(manager, "/api/v1/risk-contexts", context.get("body"), days, null);
        post(
                manager,
                "/api/v1/risk-contexts/" + context.at("/body/id").asText() + "/methodology-choices",
                JSON.createObjectNode().set("methodology", context.get("methodology")),
                days,
                null);
    }

    private void portfolio(JsonNode portfolio) {
        if (portfolio.isObject()) {
            post(manager, "/api/v1/risk-portfolio", portfolio.get("body"), portfolio.get("chosenDaysAgo"), null);
        }
    }

    private void risk(JsonNode risk) {
        ObjectNode body = risk.get("body").deepCopy();
        body.put("owner", tokens.subject(risk.path("owner").asText()));
        String path = "/api/v1/risks/" + body.path("id").asText();
        String etag = post(manager, "/api/v1/risks", body, risk.get("registeredDaysAgo"), null);
        JsonNode handOver = risk.path("handOver");
        JsonNode retirement = risk.path("retirement");
        for (JsonNode assessment : risk.path("assessments")) {
            // the older part of the story first: nothing is stated before what was stated already
            if (handOver.isObject() && daysAgo(assessment) < daysAgo(handOver)) {
                handOver(path, handOver);
                handOver = MissingNode.getInstance();
            }
            etag = post(manager, path + "/assessments", assessment.get("body"), assessment.get("daysAgo"), null);
        }
        if (handOver.isObject()) {
            etag = handOver(path, handOver);
        }
        if (risk.path("acceptance").isObject()) {
            accept(path, risk.path("acceptance"), risk.path("owner").asText(), etag);
        }
        JsonNode quantification = risk.path("quantification");
        if (quantification.isObject()) {
            post(manager, path + "/quantification", quantification.get("body"), quantification.get("daysAgo"), null);
        }
        if (retirement.isObject()) {
            post(
                    manager,
                    path + "/retirements",
                    JSON.createObjectNode().set("reason", retirement.get("reason")),
                    retirement.get("daysAgo"),
                    null);
        }
    }

    /** Like an approval it is made now. Its last day is the end of a year, the same however often the story is begun again. */
    private void accept(String path, JsonNode acceptance, String owner, String etag) {
        ObjectNode body = JSON.createObjectNode()
                .put("justification", acceptance.path("justification").asText());
        if (acceptance.has("untilEndOfYear")) {
            int year = today.atZone(ZoneOffset.UTC).getYear()
                    + acceptance.path("untilEndOfYear").asInt();
            body.put("until", LocalDate.of(year, Month.DECEMBER, 31).toString());
        }
        post(
                acceptance.path("by").asText().equals("owner") ? owner : approver,
                path + "/acceptances",
                body,
                null,
                etag);
    }

    private String handOver(String path, JsonNode handOver) {
        ObjectNode body = JSON.createObjectNode()
                .put("owner", tokens.subject(handOver.path("owner").asText()))
                .put("reason", handOver.path("reason").asText());
        return post(manager, path + "/owners", body, handOver.get("daysAgo"), null);
    }

    private static int daysAgo(JsonNode event) {
        return event.path("daysAgo").asInt();
    }

    /** Answers with the ETag. */
    private String post(
            String user, String path, @Nullable JsonNode body, @Nullable JsonNode daysAgo, @Nullable String ifMatch) {
        Instant stated = daysAgo == null ? null : today.minus(Duration.ofDays(daysAgo.asInt()));
        return api.post(user, path, body, "demonstration-" + organization + "-" + ++step, stated, ifMatch)
                .signed();
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Demonstration.class.getResourceAsStream("/isms/local/demo/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
