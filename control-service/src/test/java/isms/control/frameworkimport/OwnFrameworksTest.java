package isms.control.frameworkimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.control.Roles;
import isms.control.catalogue.Calls;
import isms.platform.testing.IsmsInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-1: an organization's own frameworks over HTTP")
class OwnFrameworksTest {

    private static final String CSV = """
            id,title,parent,level,heading,explanation,attributes
            B1,Access,,chapter,yes,,
            B1.1,Leavers lose access,B1,rule,no,On their last day,tier:1; owner:hr
            B1.2,Joiners get what they need,B1,rule,no,,tier:2
            """;

    private final Calls calls = new Calls("own-frameworks");

    private String defined(String title) {
        return Calls.json(
                        calls.post(
                                "/own-frameworks",
                                "{\"title\": \"" + title + "\", \"publisher\": \"Acme\", \"edition\": \"2026\"}"),
                        201)
                .path("key")
                .asText();
    }

    private JsonNode imported(String key, String csv, String query, int status) {
        return Calls.json(
                calls.post("/own-frameworks/" + key + "/requirements/imports" + query, "text/csv", csv.getBytes(UTF_8)),
                status);
    }

    @Test
    @DisplayName(
            "ALL-9: a file becomes a version; the same file again changes nothing; update=true makes the next version")
    void a_file_becomes_a_version() {
        String key = defined("Group baseline");
        JsonNode report = imported(key, CSV, "", 200);
        assertThat(report.path("outcome").asText()).isEqualTo("imported");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(3);
        assertThat(imported(key, CSV, "", 200).at("/counts/unchanged").asInt()).isEqualTo(3);
        JsonNode first = calls.read("/own-frameworks/" + key);
        assertThat(first.path("frameworkVersion").asInt()).isEqualTo(1);
        assertThat(first.path("requirementCount").asInt()).isEqualTo(2);
        assertThat(first.has("requirements")).isFalse();

        String changed = CSV.replace("last day", "very last day");
        assertThat(imported(key, changed, "", 200).at("/counts/different").asInt())
                .isEqualTo(1);
        JsonNode next = imported(key, changed, "?update=true&source=intranet", 200);
        assertThat(next.at("/counts/revised").asInt()).isEqualTo(1);
        assertThat(next.at("/counts/kept").asInt()).isEqualTo(2);

        JsonNode now = calls.read("/frameworks/" + key + "/requirements/B1.1");
        assertThat(now.path("reference").asText()).isEqualTo(key + ":B1.1");
        assertThat(now.path("explanation").asText()).isEqualTo("On their very last day");
        JsonNode then = calls.read("/frameworks/" + key + "/requirements/B1.1?asOf="
                + first.path("updatedAt").asText());
        assertThat(then.path("explanation").asText()).as("ALL-5").isEqualTo("On their last day");
        assertThat(calls.read("/frameworks/" + key + "/requirements?attribute=tier:1")
                        .path("items"))
                .hasSize(1);
        JsonNode history = calls.read("/own-frameworks/" + key + "/history").path("items");
        assertThat(history).as("ALL-6").hasSize(3);
        assertThat(history.toString()).contains("Version 2 imported from intranet");
        assertThat(calls.read("/frameworks?own=true").path("items").findValuesAsText("id"))
                .contains(key);
    }

    @Test
    @DisplayName("ALL-9: every bad row is named; one keeps all out unless partial=true takes the good ones")
    void bad_rows_are_named() {
        String key = defined("With bad rows");
        String bad =
                CSV + "B1.3,,B1,rule,no,,\nB1.4,Guests,B9,rule,no,,\nB1.5,More,B1,rule,perhaps,,\n,Nameless,,,,,\n";
        JsonNode problem = imported(key, bad, "", 422);
        assertThat(problem.at("/report/problems").findValuesAsText("row")).containsExactly("5", "6", "7", "8");
        assertThat(problem.at("/report/problems/0/rule").asText()).isEqualTo("CTL-1");
        assertThat(calls.read("/own-frameworks/" + key).path("frameworkVersion").asInt())
                .isZero();

        assertThat(imported(key, bad, "?partial=true", 200).path("outcome").asText())
                .isEqualTo("imported-in-part");
        assertThat(calls.read("/own-frameworks/" + key).path("requirementCount").asInt())
                .isEqualTo(2);
    }

    @Test
    void an_exported_list_of_requirements_can_be_imported() {
        String csv = calls.as(Roles.AUDITOR)
                .accept("text/csv")
                .get("/api/v1/frameworks/iso-27001-2022/requirements")
                .asString();
        String key = defined("Annex A, ours");
        assertThat(imported(key, csv, "", 200).at("/counts/created").asInt()).isEqualTo(93);
        assertThat(calls.read("/frameworks/" + key + "/requirements?controlType=corrective&count=true&limit=1")
                        .path("total"))
                .isEqualTo(
                        calls.read("/frameworks/iso-27001-2022/requirements?controlType=corrective&count=true&limit=1")
                                .path("total"));
    }

    @Test
    void an_own_requirement_can_be_mapped() {
        String key = defined("Mapped");
        imported(key, CSV, "", 200);
        String mapping = "{\"from\": \"" + key
                + ":%s\", \"to\": \"iso-27001-2022:A.5.18\", \"relationship\": \"subset-of\", \"rationale\": \"Leavers\"}";
        assertThat(calls.post("/framework-mappings", mapping.formatted("B9")).statusCode())
                .isEqualTo(422);
        Calls.json(calls.post("/framework-mappings", mapping.formatted("B1.1")), 201);
        assertThat(calls.read("/framework-mappings?from=" + key + "&to=nist-csf-2.0&count=true&limit=1")
                        .path("total")
                        .asInt())
                .isGreaterThan(0);
    }

    @Test
    void a_framework_is_described_and_retired() {
        String key = defined("For a while");
        assertThat(calls.as(Roles.ISMS_MANAGER)
                        .contentType("application/merge-patch+json")
                        .body("{\"edition\": \"2027\"}")
                        .patch("/api/v1/own-frameworks/" + key)
                        .path("edition")
                        .toString())
                .isEqualTo("2027");
        Calls.json(calls.post("/own-frameworks/" + key + "/retirements", "{\"reason\": \"Replaced\"}"), 200);
        assertThat(calls.read("/own-frameworks?status=retired").path("items").findValuesAsText("key"))
                .contains(key);
        assertThat(calls.read("/frameworks?own=true").path("items").findValuesAsText("id"))
                .doesNotContain(key);
        JsonNode problem = imported(key, CSV, "", 409);
        assertThat(problem.path("rule").asText()).isEqualTo("CTL-1");
    }

    @Test
    void the_template_can_be_imported_as_it_stands() {
        byte[] template = calls.as(Roles.ISMS_MANAGER)
                .accept("text/csv")
                .get("/api/v1/own-frameworks/requirements/imports/template")
                .asByteArray();
        assertThat(imported(defined("Template"), new String(template, UTF_8), "?dryRun=true", 200)
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("ALL-4: another organization neither sees nor changes an own framework; roles are refused")
    void others_see_nothing() {
        String key = defined("Ours alone");
        String id = calls.read("/own-frameworks/" + key).path("id").asText();
        Calls others = new Calls("own-frameworks-of-others");

        assertThat(others.get("/own-frameworks/" + id).statusCode()).isEqualTo(404);
        assertThat(others.get("/frameworks/" + id + "/requirements").statusCode())
                .isEqualTo(404);
        assertThat(others.read("/own-frameworks").path("items")).isEmpty();
        assertThat(others.post("/own-frameworks/" + id + "/requirements/imports", "text/csv", CSV.getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(404);
        assertThat(others.post("/own-frameworks/" + id + "/retirements", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(calls.as(Roles.CONTROL_OWNER)
                        .contentType("application/json")
                        .body("{\"title\": \"Mine\"}")
                        .post("/api/v1/own-frameworks")
                        .statusCode())
                .isEqualTo(403);
    }
}
