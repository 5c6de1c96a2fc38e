package isms.control.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.control.Roles;
import isms.platform.deadline.Deadlines;
import isms.platform.testing.IsmsInfrastructure;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-4 to CTL-7: controls over HTTP")
class ControlsTest {

    private static final String BACKUP = ",\"requirements\":[\"iso-27001-2022:A.8.13\"]";
    private static final String TEST =
            "{\"method\":\"Restore a server\",\"period\":\"P90D\",\"criterion\":\"It runs within four hours\"}";

    private final Api api = new Api();

    @Inject
    Deadlines deadlines;

    private static List<String> keys(JsonNode page) {
        return page.path("items").findValuesAsText("key");
    }

    @Test
    @DisplayName("CTL-4, ALL-8: controls are listed, filtered and exported; gaps in both directions")
    void register() {
        String backup = api.control("Daily backup", BACKUP + ",\"scope\":\"Head office\"");
        String awareness = api.control("Awareness", "");
        assertThat(keys(api.get("/controls"))).containsExactly(backup, awareness);
        assertThat(keys(api.get("/controls?requirement=iso-27001-2022:A.8.13"))).containsExactly(backup);
        assertThat(keys(api.get("/controls?unlinked=true"))).containsExactly(awareness);
        assertThat(keys(api.get("/controls?status=planned&owner=u-owner&effectiveness=untested&q=backup")))
                .containsExactly(backup);
        assertThat(api.read("/controls", "text/csv").asString()).contains("Daily backup", "Awareness");
        assertThat(api.read("/controls", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .statusCode())
                .isEqualTo(200);
        JsonNode gaps = api.get("/controls/requirements-without-control?framework=iso-27001-2022");
        assertThat(gaps.path("items")).hasSize(92);
        assertThat(gaps.path("items").findValuesAsText("id")).contains("A.8.14").doesNotContain("A.8.13");
        api.taken(
                "/controls/" + awareness + "/requirement-links",
                "{\"requirements\":[\"iso-27001-2022:A.6.3\"],\"reason\":\"It teaches\"}");
        assertThat(api.get("/controls/requirements-without-control").path("items"))
                .hasSize(91);
        Api.refused(
                api.post(
                        "/controls",
                        "{\"title\":\"x\",\"owner\":\"u\",\"requirements\":[\"iso-27001-2022:A.99\"]}",
                        "u-manager",
                        Roles.ISMS_MANAGER),
                422,
                "CTL-4");
        assertThat(api.read("/controls/requirements-without-control?framework=none", "application/json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("ALL-4: another organization sees and changes nothing; roles are asked for")
    void tenants_and_roles() {
        String key = api.control("Daily backup", BACKUP);
        String id = api.get("/controls/" + key).path("id").asText();
        var other = new Api();
        assertThat(other.get("/controls").path("items")).isEmpty();
        assertThat(other.read("/controls/" + id, "application/json").statusCode())
                .isEqualTo(404);
        assertThat(other.read("/controls/" + id + "/effectiveness", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post("/controls/" + id + "/starts", "{}", "u-manager", Roles.ISMS_MANAGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post(
                                "/controls/" + id + "/evidence",
                                "{\"kind\":\"link\",\"title\":\"x\",\"link\":\"https://a.example/\"}",
                                "u-manager",
                                Roles.ISMS_MANAGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.post("/controls", "{\"title\":\"x\",\"owner\":\"u\"}", "u-owner", Roles.CONTROL_OWNER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post("/controls/" + key + "/starts", "{}", "u-viewer", Roles.VIEWER)
                        .statusCode())
                .isEqualTo(403);
        Api.refused(api.post("/controls/" + key + "/starts", "{}", "u-else", Roles.CONTROL_OWNER), 403, "CTL-4");
    }

    @Test
    @DisplayName("CTL-6: from planned to operating after what is needed; a cycle is refused by name; waves")
    void implementation() {
        String line = api.control("Line to the other site", ",\"estimatedDays\":30");
        String backup = api.control("Daily backup", BACKUP + ",\"estimatedDays\":10");
        String needs = "{\"on\":\"%s\",\"reason\":\"Copies are sent over it\"}";
        api.taken("/controls/" + backup + "/dependencies", needs.formatted(line));
        Response cycle = api.post(
                "/controls/" + line + "/dependencies", needs.formatted(backup), "u-manager", Roles.ISMS_MANAGER);
        Api.refused(cycle, 409, "CTL-6");
        assertThat(Api.json(cycle).path("detail").asText()).contains(line + " needs " + backup + " needs " + line);
        Response early = api.post("/controls/" + backup + "/starts", "{}", "u-owner", Roles.CONTROL_OWNER);
        Api.refused(early, 409, "CTL-6");
        assertThat(Api.json(early).path("detail").asText()).contains(line + " is planned");
        JsonNode sequence = api.get("/controls/sequence");
        assertThat(sequence.path("waves")).hasSize(2);
        assertThat(sequence.path("criticalDays").asInt()).isEqualTo(40);
        assertThat(sequence.path("criticalPath")).extracting(JsonNode::asText).containsExactly(line, backup);
        assertThat(api.read("/controls/sequence", "image/svg+xml").asString()).contains("Wave 2");
        api.inPlace(line);
        JsonNode started = Api.taken(api.post(
                "/controls/" + backup + "/starts", "{\"remark\":\"Ordered\"}", "u-owner", Roles.CONTROL_OWNER));
        assertThat(started.path("implementation").asText()).isEqualTo("in-progress");
        assertThat(started.at("/steps/0/by").asText()).isEqualTo("u-owner");
        String evidence = api.link(backup);
        JsonNode done = Api.taken(api.post(
                "/controls/" + backup + "/implementations",
                "{\"evidence\":[\"" + evidence + "\"]}",
                "u-owner",
                Roles.CONTROL_OWNER));
        assertThat(done.at("/steps/1/evidence/0/edition").asInt()).isEqualTo(1);
        assertThat(api.taken("/controls/" + backup + "/operations", "{}")
                        .path("status")
                        .asText())
                .isEqualTo("operating");
        api.taken("/controls/" + backup + "/planned-changes", "{\"id\":\"CHG-1\",\"title\":\"New software\"}");
        assertThat(api.get("/controls/" + backup).at("/plannedChanges/0/id").asText())
                .isEqualTo("CHG-1");
        assertThat(api.get("/controls/" + backup + "/history").path("items").findValuesAsText("what"))
                .anyMatch(text -> text.startsWith("Implemented on "))
                .anyMatch(text -> text.startsWith("Defined as \"Daily backup\""));
    }

    @Test
    @DisplayName("CTL-7, ALL-3, ALL-5: tests, doubts, age, and the history of effectiveness as data and as a picture")
    void effectiveness() {
        String key = api.control("Daily backup", BACKUP);
        String path = "/controls/" + key;
        api.inPlace(key);
        String evidence = api.link(key);
        String passed = "{\"outcome\":\"pass\",\"findings\":\"It ran\",\"evidence\":[\"" + evidence + "\"]%s}";
        Api.refused(api.post(path + "/tests", passed.formatted(""), "u-tester", Roles.AUDITOR), 409, "CTL-7");
        api.taken(path + "/test-definitions", TEST);
        Api.refused(api.post(path + "/tests", passed.formatted(""), "u-owner", Roles.CONTROL_OWNER), 403, "ALL-3");
        JsonNode effective = Api.taken(
                api.post(path + "/tests", passed.formatted(",\"on\":\"2026-02-01\""), "u-tester", Roles.AUDITOR));
        assertThat(effective.path("effectiveness").asText()).isEqualTo("effective");
        assertThat(effective.path("testValidUntil").asText()).isEqualTo("2026-05-02");
        assertThat(effective.at("/lastTest/definition/period").asText()).isEqualTo("P90D");
        Instant before = Instant.now();
        api.get(path);
        assertThat(deadlines.look()).isPositive();
        api.settle();
        assertThat(api.get(path).path("effectiveness").asText()).isEqualTo("untested");
        assertThat(api.get(path + "?asOf=" + before).path("effectiveness").asText())
                .isEqualTo("effective");
        JsonNode last = api.get(path + "/history").path("items");
        assertThat(last.get(last.size() - 1).path("actor").asText()).isEqualTo("system");
        deadlines.look();
        assertThat(api.get(path + "/history").path("items")).hasSize(last.size());

        Api.taken(api.post(
                path + "/doubts",
                "{\"cause\":\"incident\",\"what\":\"A server could not be restored\"}",
                "u-contributor",
                Roles.CONTRIBUTOR));
        assertThat(keys(api.get("/controls?effectiveness=in-doubt"))).containsExactly(key);
        Api.taken(api.post(path + "/tests", passed.formatted(""), "u-tester", Roles.AUDITOR));
        JsonNode history = api.get(path + "/effectiveness");
        assertThat(history.path("spans").findValuesAsText("effectiveness"))
                .containsExactly("untested", "effective", "untested", "in-doubt", "effective");
        assertThat(history.path("tests")).hasSize(2);
        assertThat(api.read(path + "/effectiveness", "image/svg+xml").asString())
                .contains("<svg")
                .contains("tested on 2026-02-01: effective");
        assertThat(api.get(path + "/effectiveness?asOf=" + before).path("spans"))
                .hasSize(2);
    }

    @Test
    @DisplayName("ALL-7, CTL-6: an implementation that is overdue is recorded once, by the system")
    void overdue() {
        String key = api.control("Daily backup", BACKUP + ",\"due\":\"2026-01-31\"");
        api.get("/controls/" + key);
        assertThat(deadlines.look()).isPositive();
        api.settle();
        assertThat(keys(api.get("/controls?overdue=true"))).containsExactly(key);
        deadlines.look();
        assertThat(api.get("/controls/" + key).path("version").asInt()).isEqualTo(2);
        assertThat(api.taken(
                                "/controls/" + key + "/due-dates",
                                "{\"due\":\"2199-01-31\",\"reason\":\"The software is late\"}")
                        .has("overdueAt"))
                .isFalse();
    }

    @Test
    @DisplayName("CTL-5: conflicts are found; a merge moves all links and keeps both histories")
    void merge() {
        String one = api.control("Daily backup of servers", BACKUP);
        String other = api.taken(
                        "/controls",
                        "{\"title\":\"Daily back-up of servers\",\"owner\":\"u-else\",\"requirements\":"
                                + "[\"iso-27001-2022:A.8.13\",\"iso-27001-2022:A.8.14\"]}")
                .path("key")
                .asText();
        String dependent = api.control("Restore exercise", "");
        api.taken(
                "/controls/" + dependent + "/dependencies",
                "{\"on\":\"" + other + "\",\"reason\":\"It restores copies\"}");
        String evidence = api.link(other);
        JsonNode pairs = api.get("/controls/duplicates").path("items");
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).path("grade").asText()).isEqualTo("conflict");
        assertThat(pairs.get(0).path("reasons"))
                .extracting(JsonNode::asText)
                .contains("same-requirement", "different-owners", "near-equal-names");

        String body = "{\"from\":\"" + other + "\",\"reason\":\"Both are the nightly backup\"}";
        JsonNode merged = api.taken("/controls/" + one + "/merges", body);
        assertThat(merged.path("requirementCount").asInt()).isEqualTo(2);
        JsonNode ended = api.get("/controls/" + other);
        assertThat(ended.path("status").asText()).isEqualTo("merged");
        assertThat(ended.path("mergedInto").asText())
                .isEqualTo(merged.path("id").asText());
        assertThat(api.taken("/controls/" + one + "/merges", body).path("version"))
                .as("a repetition changes nothing")
                .isEqualTo(merged.path("version"));
        assertThat(keys(api.get("/controls/" + one + "/evidence"))).containsExactly(evidence);
        assertThat(api.get("/controls/duplicates").path("items")).isEmpty();
        assertThat(api.get("/controls/" + other + "/history").path("items")).hasSize(2);
        assertThat(api.get("/controls/sequence")
                        .at("/waves/1/controls/0/needs/0")
                        .asText())
                .isEqualTo(one);
        api.inPlace(one);
        api.taken("/controls/" + one + "/test-definitions", TEST);
        assertThat(Api.taken(api.post(
                                "/controls/" + one + "/tests",
                                "{\"outcome\":\"partial\",\"evidence\":[\"" + evidence + "\"]}",
                                "u-tester",
                                Roles.AUDITOR))
                        .path("effectiveness")
                        .asText())
                .isEqualTo("partially-effective");
        Api.refused(api.post("/controls/" + other + "/starts", "{}", "u-manager", Roles.ISMS_MANAGER), 409, "CTL-5");
    }

    @Test
    @DisplayName("CTL-4: a control is described by merge patch, handed over, reopened and retired")
    void corrections() {
        String path = "/controls/" + api.control("Daily backup", BACKUP);
        JsonNode better = Api.taken(api.patch(path, "{\"title\":\"Nightly backup\"}", "u-owner", Roles.CONTROL_OWNER));
        assertThat(better.path("title").asText()).isEqualTo("Nightly backup");
        assertThat(api.taken(path + "/owners", "{\"owner\":\"u-new\",\"reason\":\"Takes over\"}")
                        .path("owner")
                        .asText())
                .isEqualTo("u-new");
        api.inPlace(path.substring(10));
        assertThat(api.taken(path + "/reopenings", "{\"reason\":\"Half of it is missing\"}")
                        .path("status")
                        .asText())
                .isEqualTo("in-progress");
        assertThat(api.taken(
                                path + "/requirement-removals",
                                "{\"requirements\":[\"iso-27001-2022:A.8.13\"],\"reason\":\"Not this\"}")
                        .path("requirementCount")
                        .asInt())
                .isZero();
        assertThat(api.taken(path + "/retirements", "{\"reason\":\"Gone\"}")
                        .path("status")
                        .asText())
                .isEqualTo("retired");
        Api.refused(
                api.post(path + "/reopenings", "{\"reason\":\"Back\"}", "u-manager", Roles.ISMS_MANAGER), 409, "CTL-6");
    }
}
