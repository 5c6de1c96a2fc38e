package isms.control.controlregister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.control.Roles;
import isms.control.catalogue.Calls;
import isms.platform.testing.IsmsInfrastructure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-1, CTL-4, CTL-14: an organization's own frameworks count as those that come with the software")
class OwnFrameworkCoverageTest {

    private static final String CSV = """
            id,title,parent,group,level,heading,explanation,attributes
            B1,Access,,access,chapter,yes,,
            B1.1,Leavers lose access,B1,access,rule,no,,tier:1; owner:hr
            B1.2,Joiners get what they need,B1,access,rule,no,,tier:2
            """;

    private final Calls calls = new Calls("own-coverage");

    private String framework(String title) {
        String key = Calls.json(calls.post("/own-frameworks", "{\"title\": \"" + title + "\"}"), 201)
                .path("key")
                .asText();
        bringIn(key, CSV, "");
        return key;
    }

    private void bringIn(String key, String csv, String query) {
        Calls.json(
                calls.post("/own-frameworks/" + key + "/requirements/imports" + query, "text/csv", csv.getBytes(UTF_8)),
                200);
    }

    private JsonNode control(Calls by, int status, String... requirements) {
        String names = String.join("\", \"", requirements);
        return Calls.json(
                by.post(
                        "/controls",
                        "{\"title\": \"Access ends\", \"owner\": \"u-owner\", \"requirements\": [\"" + names + "\"]}"),
                status);
    }

    private List<String> gaps(String framework) {
        return calls.read("/controls/requirements-without-control?framework=" + framework)
                .path("items")
                .findValuesAsText("reference");
    }

    @Test
    @DisplayName(
            "CTL-4, ALL-9: controls that are brought in satisfy requirements of an own framework; an unknown one is a fault")
    void imported_controls_satisfy_requirements_of_an_own_framework() {
        String key = framework("Baseline of imports");
        String file = "title,owner,requirements\nAccess ends,u-owner,%s:%s\n";
        JsonNode taken = imported(file.formatted(key, "B1.1"), 200);
        assertThat(taken.path("counts").toString()).contains("1");
        assertThat(gaps(key)).containsExactly(key + ":B1.2");
        JsonNode refused = imported(file.replace("Access ends", "Access begins").formatted(key, "B9"), 422);
        assertThat(refused.toString()).contains("CTL-4");
    }

    @Test
    @DisplayName("CTL-2: a mapping names requirements as they are written, so that there is one for each pair")
    void a_mapping_names_requirements_as_they_are_written() {
        String key = framework("Baseline of mappings");
        String body = "{\"from\": \"%s\", \"to\": \"%s\", \"relationship\": \"intersects-with\","
                + " \"rationale\": \"Both end access\"}";
        for (String odd : List.of("iso-27001-2022:A.5.18 ", " " + key + ":B1.2")) {
            assertThat(Calls.json(calls.post("/framework-mappings", body.formatted(key + ":B1.1", odd)), 422)
                            .path("rule")
                            .asText())
                    .as(odd)
                    .isEqualTo("CTL-2");
        }
        Calls.json(calls.post("/framework-mappings", body.formatted(key + ":B1.1", "iso-27001-2022:A.5.18")), 201);
    }

    @Test
    @DisplayName("CTL-4: a requirement that is null is refused")
    void a_requirement_that_is_null_is_refused() {
        String body = "{\"title\": \"Access ends\", \"owner\": \"u-owner\", \"requirements\": [null]}";
        assertThat(calls.post("/controls", body).statusCode()).isEqualTo(422);
    }

    private JsonNode imported(String csv, int status) {
        return Calls.json(
                calls.post("/controls/imports?source=own-frameworks", "text/csv", csv.getBytes(UTF_8)), status);
    }

    @Test
    @DisplayName(
            "CTL-4: a control satisfies requirements of an own framework; one that it does not have is refused by name")
    void a_control_satisfies_requirements_of_an_own_framework() {
        String key = framework("Group baseline");
        JsonNode control = control(calls, 201, key + ":B1.1", "iso-27001-2022:A.5.18");
        assertThat(control.path("requirements").toString()).contains(key + ":B1.1");

        for (String unknown : List.of(key + ":B9", "FRW-9999:B1.1", key, key + ":", "frw-1:B1.1")) {
            JsonNode problem = control(calls, 422, "iso-27001-2022:A.5.18", unknown);
            assertThat(problem.path("rule").asText()).as(unknown).isEqualTo("CTL-4");
            assertThat(problem.path("violations").findValuesAsText("pointer")).containsExactly("/requirements/1");
        }

        String links = "/controls/" + control.path("key").asText() + "/requirement-links";
        String body = "{\"requirements\": [\"%s:%s\"], \"reason\": \"It does\"}";
        assertThat(Calls.json(calls.post(links, body.formatted(key, "B9")), 422)
                        .path("rule")
                        .asText())
                .isEqualTo("CTL-4");
        assertThat(gaps(key)).containsExactly(key + ":B1.2");
        Calls.json(calls.post(links, body.formatted(key, "B1.2")), 200);
        assertThat(gaps(key)).isEmpty();
    }

    @Test
    @DisplayName("CTL-4: a framework that is retired is referred to by nothing new, and what refers to it stays")
    void nothing_new_refers_to_a_retired_framework() {
        String key = framework("For a while");
        control(calls, 201, key + ":B1.1");
        Calls.json(calls.post("/own-frameworks/" + key + "/retirements", "{\"reason\": \"Replaced\"}"), 200);

        JsonNode problem = control(calls, 422, key + ":B1.2");
        assertThat(problem.path("rule").asText()).isEqualTo("CTL-4");
        assertThat(problem.path("remedy").asText()).contains("an own framework that is in use");
        assertThat(calls.read("/coverage?framework=" + key).at("/total/partly").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "CTL-14, ALL-5: its coverage by group and by its own attributes; as of a moment by the version of then")
    void its_coverage() {
        String key = framework("Covered");
        String id = calls.read("/own-frameworks/" + key).path("id").asText();
        String control = control(calls, 201, key + ":B1.1").path("key").asText();
        JsonNode first = calls.read("/coverage?framework=" + key);
        assertThat(first.path("framework").asText()).isEqualTo(key);
        assertThat(first.path("title").asText()).isEqualTo("Covered");
        assertThat(first.at("/total/partly").asInt()).isEqualTo(1);
        assertThat(first.at("/total/not").asInt()).isEqualTo(1);
        assertThat(first.at("/total/requirements").asInt())
                .as("a heading is none")
                .isEqualTo(2);
        assertThat(first.path("groups").findValuesAsText("of")).containsExactly("access");
        assertThat(first.path("attributes").findValuesAsText("attribute")).containsExactly("tier", "owner");
        assertThat(first.at("/attributes/0/values").findValuesAsText("of")).containsExactly("1", "2");
        assertThat(first.at("/requirements/0/controls/0").asText()).isEqualTo(control);
        assertThat(calls.read("/coverage?framework=" + id)).isEqualTo(first);
        assertThat(calls.as(Roles.VIEWER)
                        .accept("image/svg+xml")
                        .get("/api/v1/coverage?framework=" + key)
                        .asString())
                .contains("Covered", "0 of 2 requirements covered, 1 partly, 1 not");

        String moment = Instant.now().toString();
        bringIn(key, CSV + "B1.3,Guests are signed in,B1,access,rule,no,,tier:3\n", "?update=true");
        Calls.json(
                calls.post(
                        "/controls/" + control + "/requirement-links",
                        "{\"requirements\": [\"" + key + ":B1.2\"], \"reason\": \"It does\"}"),
                200);
        JsonNode now = calls.read("/coverage?framework=" + key);
        assertThat(now.at("/total/requirements").asInt()).isEqualTo(3);
        assertThat(now.at("/total/partly").asInt()).isEqualTo(2);
        JsonNode then = calls.read("/coverage?framework=" + key + "&asOf=" + moment);
        assertThat(then.path("total")).isEqualTo(first.path("total"));
        assertThat(then.path("requirements")).isEqualTo(first.path("requirements"));
        assertThat(calls.read("/controls/requirements-without-control?framework=" + key + "&asOf=" + moment)
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly("B1.2");
        assertThat(gaps(key)).containsExactly(key + ":B1.3");
    }

    @Test
    @DisplayName("ALL-4: an own framework of one organization is none of another's")
    void it_is_none_of_another_organization() {
        String key = framework("Ours alone");
        String id = calls.read("/own-frameworks/" + key).path("id").asText();
        Calls others = new Calls("own-coverage-of-others");

        assertThat(control(others, 422, key + ":B1.1").path("rule").asText()).isEqualTo("CTL-4");
        for (String name : List.of(key, id)) {
            assertThat(others.get("/coverage?framework=" + name).statusCode()).isEqualTo(404);
            assertThat(others.get("/controls/requirements-without-control?framework=" + name)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(calls.get("/coverage?framework=iso-27001").statusCode()).isEqualTo(404);
    }
}
