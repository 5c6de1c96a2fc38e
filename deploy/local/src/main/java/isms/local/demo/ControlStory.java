package isms.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the plant of acme does about its risks: its controls, brought in as a file with their history; how they were tested and
 * what shows it; treatment plans that rely on some of them; and the statement of applicability that was approved, with the draft of
 * the next one.
 *
 * <p>Begun again it changes nothing, also on another day: what was recorded first says which day the story counts from.
 */
final class ControlStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String CONTROLS = "/api/v1/controls/";

    private final Api api;
    private final TokenSource tokens;
    private final JsonNode story;
    private final String manager;
    private final String approver;
    private final Map<String, String> keys = new HashMap<>();
    private Instant today;

    ControlStory(Api api, TokenSource tokens, JsonNode story, Instant today) {
        this.api = api;
        this.tokens = tokens;
        this.story = story;
        this.manager = story.at("/people/manager").asText();
        this.approver = story.at("/people/approver").asText();
        this.today = today.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The controls and what they need. Of the risks that needs to know nothing. */
    void tellOfControls() {
        register();
        story.path("controls").forEach(this::needs);
    }

    /** What was found of the controls, and what relies on them: when the risks are there that this concerns. */
    void tellTheRest() {
        atOnce(story.path("controls"), this::life);
        // afterwards: that a plan relies on a control happens now, and nothing is stated before what has happened
        atOnce(story.path("plans"), this::plan);
        story.path("plans").forEach(this::awaitNeeds);
        statement(story.path("statement"));
    }

    /** The register of controls, as one file. */
    private void register() {
        ArrayNode rows = JSON.createArrayNode();
        for (JsonNode control : story.path("controls")) {
            ObjectNode row = rows.addObject();
            for (String field : List.of(
                    "externalId",
                    "title",
                    "description",
                    "scope",
                    "requirements",
                    "status",
                    "estimatedDays",
                    "retiredBecause",
                    "test")) {
                if (control.has(field)) {
                    row.set(field, control.get(field));
                }
            }
            row.put("owner", tokens.subject(control.path("owner").asText()));
            row.put("definedAt", ago(control, "definedDaysAgo").toString());
            day(row, "startedOn", control, "startedDaysAgo", -1);
            day(row, "implementedOn", control, "implementedDaysAgo", -1);
            day(row, "operatingOn", control, "operatingDaysAgo", -1);
            day(row, "due", control, "dueDaysAgo", -1);
            day(row, "due", control, "dueInDays", 1);
        }
        JsonNode report = api.bringIn(manager, CONTROLS + "imports?source=demonstration&results=true", rows);
        for (JsonNode result : report.path("results")) {
            keys.put(result.path("externalId").asText(), result.path("key").asText());
        }
    }

    private void day(ObjectNode row, String field, JsonNode control, String days, int direction) {
        if (control.has(days)) {
            row.put(field, day(direction * control.path(days).asInt()).toString());
        }
    }

    /** What must be in place before it; the first answer says since when the control is there, and so which day is today. */
    private void needs(JsonNode control) {
        int number = 0;
        for (JsonNode need : control.path("needs")) {
            ObjectNode body = JSON.createObjectNode();
            body.put("on", keys.get(need.path("on").asText()));
            body.set("reason", need.get("reason"));
            Api.Answer answer = post(control, manager, "dependencies", body, "needs-" + ++number, null);
            today = Instant.parse(answer.body().path("createdAt").asText())
                    .plus(Duration.ofDays(control.path("definedDaysAgo").asInt()));
        }
    }

    /** How a control was tested and what shows it, in the order in which it happened. */
    private void life(JsonNode control) {
        Map<String, String> evidence = new HashMap<>();
        for (JsonNode piece : control.path("evidence")) {
            String name = piece.path("name").asText();
            evidence.put(name, provide(control, piece, name));
        }
        int number = 0;
        for (JsonNode test : control.path("tests")) {
            test(control, test, evidence, ++number);
        }
        if (control.path("plannedChange").isObject()) {
            post(control, manager, "planned-changes", control.get("plannedChange"), "change", null);
        }
        if (control.path("doubt").isObject()) {
            post(control, manager, "doubts", control.get("doubt"), "doubt", null);
        }
    }

    /** Answers with the key of the evidence. */
    private String provide(JsonNode control, JsonNode piece, String name) {
        ObjectNode body = piece.deepCopy();
        body.remove(List.of("name", "daysAgo"));
        Instant at = ago(piece, "daysAgo");
        body.put("at", at.toString());
        return post(control, manager, "evidence", body, "evidence-" + name, at)
                .body()
                .path("key")
                .asText();
    }

    /** A test that is recorded now was done on its day all the same. */
    private void test(JsonNode control, JsonNode test, Map<String, String> evidence, int number) {
        ObjectNode body = JSON.createObjectNode();
        body.set("outcome", test.get("outcome"));
        body.set("findings", test.get("findings"));
        body.put("on", day(-test.path("daysAgo").asInt()).toString());
        ArrayNode shown = body.putArray("evidence");
        test.path("evidence").forEach(name -> shown.add(evidence.get(name.asText())));
        Instant stated = test.path("recordedNow").asBoolean() ? null : ago(test, "daysAgo");
        post(control, test.path("by").asText(), "tests", body, "test-" + number, stated);
    }

    /** A plan that relies on controls, approved by the owner of its risk. */
    private void plan(JsonNode plan) {
        ObjectNode body = plan.get("body").deepCopy();
        for (JsonNode control : body.path("controls")) {
            if (control.has("control") && control instanceof ObjectNode named) {
                named.put("reference", reference(named.remove("control").asText()));
            }
        }
        ArrayNode actions = body.putArray("actions");
        for (JsonNode told : plan.path("actions")) {
            ObjectNode action = told.deepCopy();
            action.put("owner", tokens.subject(told.path("owner").asText()));
            action.put("targetDate", day(action.remove("inDays").asInt()).toString());
            ArrayNode controls = action.putArray("controls");
            told.path("controls").forEach(control -> controls.add(reference(control.asText())));
            actions.add(action);
        }
        String id = body.path("id").asText();
        String path = "/api/v1/treatment-plans";
        api.post(manager, path, body, key(id, "draft"), null, null);
        String etag = api.post(manager, path + "/" + id + "/submissions", null, key(id, "submission"), null, null)
                .signed();
        api.post(plan.path("owner").asText(), path + "/" + id + "/approvals", null, key(id, "approval"), null, etag);
    }

    /** The key of a control of the register; other references are what they are. */
    private String reference(String name) {
        return keys.getOrDefault(name, name);
    }

    /** Until the service of the controls has heard of the plan: then the statement begins with what that needs. */
    private void awaitNeeds(JsonNode plan) {
        Instant end = Instant.now().plus(PATIENCE);
        String path = "/api/v1/treatment-needs/" + plan.at("/body/id").asText();
        while (api.find(manager, path).isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("what the treatment plan needs is not at " + path);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + path, e);
            }
        }
    }

    /** Written by one and approved by another; then the next version is begun. */
    private void statement(JsonNode statement) {
        String path = "/api/v1/statements-of-applicability";
        ObjectNode scope = JSON.createObjectNode().set("scope", statement.get("scope"));
        String one = path + "/"
                + api.post(manager, path, scope, key("statement", "start"), null, null)
                        .body()
                        .path("id")
                        .asText();
        decide(one, statement.path("lines"), "lines");
        String etag = api.post(manager, one + "/submissions", null, key("statement", "submission"), null, null)
                .signed();
        api.post(approver, one + "/approvals", null, key("statement", "approval"), null, etag);
        api.post(manager, one + "/versions", null, key("statement", "next"), null, null);
        decide(one, statement.path("next"), "next-lines");
    }

    private void decide(String statement, JsonNode lines, String what) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode decided = body.putArray("lines");
        for (JsonNode line : lines) {
            ObjectNode decision = line.deepCopy();
            decision.put("control", reference(line.path("control").asText()));
            if (line.has("controls")) {
                ArrayNode controls = decision.putArray("controls");
                line.path("controls").forEach(control -> controls.add(reference(control.asText())));
            }
            decided.add(decision);
        }
        api.post(manager, statement + "/decisions", body, key("statement", what), null, null);
    }

    private Api.Answer post(
            JsonNode control, String user, String what, JsonNode body, String step, @Nullable Instant stated) {
        String name = control.path("externalId").asText();
        return api.post(user, CONTROLS + keys.get(name) + "/" + what, body, key(name, step), stated, null);
    }

    private static String key(String thing, String step) {
        return "demonstration-acme-" + thing + "-" + step;
    }

    private Instant ago(JsonNode thing, String days) {
        return today.minus(Duration.ofDays(thing.path(days).asInt()));
    }

    private LocalDate day(int fromToday) {
        return LocalDate.ofInstant(today, ZoneOffset.UTC).plusDays(fromToday);
    }

    /** Several at a time: their order is free. */
    private static void atOnce(JsonNode parts, Consumer<JsonNode> tell) {
        List<Runnable> told = new ArrayList<>();
        parts.forEach(part -> told.add(() -> tell.accept(part)));
        AtOnce.run(AT_ONCE, told);
    }
}
