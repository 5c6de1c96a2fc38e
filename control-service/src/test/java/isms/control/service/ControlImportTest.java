package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.control.Roles;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A register of controls that is there already comes in as a file (CTL-4, CTL-6, ALL-9). */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The import of controls")
class ControlImportTest {

    private static final String PATH = "/api/v1/controls/imports";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Api api = new Api();

    private static Map<String, String> row(String externalId) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("externalId", externalId);
        row.put("title", "Imported control " + externalId);
        row.put("owner", "u-owner");
        row.put("requirements", "iso-27001-2022:A.8.13; nist-csf-2.0:PR.DS-11");
        row.put("status", "operating");
        row.put("startedOn", "2025-01-10");
        row.put("implementedOn", "20.02.2025");
        row.put("operatingOn", "2025-03-01");
        row.put("estimatedDays", "20");
        row.put("due", "");
        row.put("retiredBecause", "");
        row.put("test.method", "Restore a server");
        row.put("test.period", "P90D");
        row.put("test.criterion", "It runs within four hours");
        row.put("definedAt", "");
        return row;
    }

    private static List<Map<String, String>> rows(String prefix, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> row(prefix + "-" + i)).toList());
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", rows.getFirst().keySet()));
        rows.forEach(row -> text.append("\r\n")
                .append(String.join(
                        ",",
                        row.values().stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .toList())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static RequestSpecification by(String tenant, String... roles) {
        return given().auth().oauth2(Tokens.of(tenant, "u-manager", roles));
    }

    private Response send(String query, List<Map<String, String>> rows) {
        return by(api.tenant(), Roles.ISMS_MANAGER)
                .contentType(CSV + "; charset=utf-8")
                .body(csv(rows))
                .post(PATH + query);
    }

    private JsonNode done(String query, List<Map<String, String>> rows) {
        return Api.taken(send(query, rows));
    }

    private JsonNode refused(String query, List<Map<String, String>> rows) {
        Response response = send(query, rows);
        Api.refused(response, 422, "ALL-9");
        assertThat(response.contentType()).startsWith("application/problem+json");
        return Api.json(response);
    }

    /** What is recorded by now, of this organization. */
    private JsonNode controls() {
        api.settle();
        JsonNode items = api.get("/controls?limit=500&sort=title").path("items");
        var imported = Api.JSON.createArrayNode();
        items.forEach(item -> {
            if (!item.path("title").asText().equals("Something else")) {
                imported.add(item);
            }
        });
        return imported;
    }

    private static void assertProblem(JsonNode report, int row, String column, String rule, String words) {
        List<JsonNode> found = new ArrayList<>();
        report.path("problems").forEach(problem -> {
            if (problem.path("row").asInt() == row) {
                found.add(problem);
            }
        });
        assertThat(found).as("problems of row " + row).anySatisfy(problem -> {
            assertThat(problem.path("column").asText(null)).isEqualTo(column);
            assertThat(problem.path("rule").asText()).isEqualTo(rule);
            assertThat(problem.path("detail").asText()).contains(words);
            assertThat(problem.path("remedy").asText()).isNotBlank();
        });
    }

    @Test
    @DisplayName(
            "CTL-4, CTL-6: a control comes in with what it satisfies, how it is tested and the steps of its implementation")
    void a_control_with_its_steps() {
        JsonNode report = done("?source=old-tool&results=true", List.of(row("whole")));
        assertThat(report.path("outcome").asText()).isEqualTo("imported");
        assertThat(report.path("counts").toString()).isEqualTo("{\"rows\":1,\"created\":1,\"reported\":1}");
        JsonNode control = controls().get(0);
        assertThat(control.path("key").asText())
                .isEqualTo(report.at("/results/0/key").asText());
        assertThat(control.path("status").asText()).isEqualTo("operating");
        assertThat(control.path("requirements")).hasSize(2);
        assertThat(control.path("startedOn").asText()).isEqualTo("2025-01-10");
        assertThat(control.path("implementedOn").asText()).isEqualTo("2025-02-20");
        assertThat(control.path("operatingOn").asText()).isEqualTo("2025-03-01");
        assertThat(control.at("/test/period").asText()).isEqualTo("P90D");
        assertThat(control.path("estimatedDays").asInt()).isEqualTo(20);
        assertThat(control.path("effectiveness").asText()).isEqualTo("untested");
        JsonNode history = api.get("/controls/" + control.path("key").asText() + "/history")
                .path("items");
        assertThat(history).hasSize(5);
        history.forEach(fact -> {
            assertThat(fact.path("actor").asText()).isEqualTo("u-manager");
            assertThat(fact.path("reason").asText()).isEqualTo("Imported from old-tool, row 2 (whole)");
            assertThat(fact.path("imported").asBoolean()).isFalse();
        });
    }

    @Test
    @DisplayName(
            "ALL-2, CTL-6: with definedAt its history is stated for the days on which it was; what is then unsaid is of today")
    void a_control_with_its_history() {
        Map<String, String> row = row("history");
        row.put("definedAt", "2024-12-01");
        row.put("operatingOn", "");
        JsonNode report = done("?results=true", List.of(row));
        assertThat(report.at("/counts/reported").asInt()).isEqualTo(1);
        JsonNode control = controls().get(0);
        assertThat(control.path("steps").findValuesAsText("at").subList(0, 2))
                .containsExactly("2025-01-10T00:00:00Z", "2025-02-20T00:00:00Z");
        assertThat(control.path("operatingOn").asText())
                .isNotEqualTo("2025-02-20")
                .startsWith("20");
        assertThat(api.get("/controls/" + control.path("key").asText() + "/history")
                        .path("items")
                        .findValuesAsText("imported"))
                .containsExactly("true", "true", "true", "true", "false");
        assertThat(api.get("/controls?asOf=2025-01-15T00:00:00Z&timeline=stated")
                        .path("items")
                        .findValuesAsText("status"))
                .containsExactly("in-progress");
        assertThat(done("", List.of(row)).at("/counts/unchanged").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "ALL-9: all or nothing by default, with every bad row, its column, rule and what to do; partial=true takes the rest")
    void all_or_nothing() {
        List<Map<String, String>> rows = rows("mixed", 13);
        rows.get(1).put("title", "");
        rows.get(2).put("owner", "");
        rows.get(3).put("requirements", "iso-27001-2022:A.8.13; iso-27001-2022:A.9.99");
        rows.get(4).put("status", "finished");
        rows.get(5).put("startedOn", "2025-02-30");
        rows.get(6).put("implementedOn", "2025-01-01");
        rows.get(7).put("operatingOn", "2999-01-01");
        rows.get(8).put("test.period", "quarterly");
        rows.get(9).put("test.criterion", "");
        rows.get(10).put("externalId", "mixed-0");
        rows.get(11).put("estimatedDays", "1,5");
        rows.get(12).put("status", "retired");
        JsonNode problem = refused("", rows);
        assertThat(problem.path("detail").asText()).startsWith("12 of 13 rows");
        JsonNode report = problem.path("report");
        assertThat(report.path("outcome").asText()).isEqualTo("refused");
        assertThat(report.at("/counts/refused").asInt()).isEqualTo(12);
        assertProblem(report, 3, "title", "CTL-4", "characters");
        assertProblem(report, 4, "owner", "CTL-4", "missing");
        assertProblem(report, 5, "requirements", "CTL-4", "A.9.99");
        assertProblem(report, 6, "status", "ALL-9", "not one of planned, in-progress, implemented, operating");
        assertProblem(report, 7, "startedOn", "ALL-9", "not a day");
        assertProblem(report, 8, "implementedOn", "CTL-6", "not before 2025-01-10");
        assertProblem(report, 9, "operatingOn", "CTL-6", "not after");
        assertProblem(report, 10, "test.period", "ALL-9", "not a period");
        assertProblem(report, 11, "test.criterion", "CTL-7", "criterion is missing");
        assertProblem(report, 12, "externalId", "ALL-9", "Row 2");
        assertProblem(report, 13, "estimatedDays", "ALL-9", "whole number");
        assertProblem(report, 14, "retiredBecause", "CTL-4", "reason is missing");
        assertThat(controls()).as("nothing was written").isEmpty();

        JsonNode partial = done("?partial=true", rows);
        assertThat(partial.path("outcome").asText()).isEqualTo("imported-in-part");
        assertThat(partial.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(partial.at("/counts/refused").asInt()).isEqualTo(12);
        assertThat(partial.path("problems")).isEqualTo(report.path("problems"));
        assertThat(controls().findValuesAsText("title")).containsExactly("Imported control mixed-0");
    }

    @Test
    @DisplayName("ALL-9: a dry run says what would become of the file, and writes nothing")
    void a_dry_run() {
        List<Map<String, String>> rows = rows("dry", 3);
        rows.get(2).put("owner", "");
        JsonNode report = done("?dryRun=true&results=true", rows);
        assertThat(report.path("outcome").asText()).isEqualTo("checked");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(report.path("results").findValuesAsText("fate")).containsExactly("taken", "taken", "refused");
        assertThat(controls()).isEmpty();
    }

    @Test
    @DisplayName("ALL-9: the same file twice changes nothing, also when both come at once")
    void twice() {
        List<Map<String, String>> rows = rows("race", 30);
        var first = CompletableFuture.supplyAsync(() -> done("", rows));
        var second = CompletableFuture.supplyAsync(() -> done("", rows));
        assertThat(first.join().at("/counts/created").asInt()
                        + second.join().at("/counts/created").asInt())
                .isEqualTo(30);
        JsonNode before = controls();
        assertThat(before).hasSize(30);
        assertThat(done("", rows).path("counts").toString()).isEqualTo("{\"rows\":30,\"unchanged\":30}");
        assertThat(done("?update=true", rows).path("counts").toString()).isEqualTo("{\"rows\":30,\"unchanged\":30}");
        assertThat(controls()).isEqualTo(before);
    }

    @Test
    @DisplayName("CTL-4, CTL-6: what is other here is reported; update=true takes it by the commands that people use")
    void changed_rows() {
        List<Map<String, String>> rows = rows("changing", 6);
        rows.get(3).put("status", "planned");
        rows.get(5).put("status", "in-progress");
        done("", rows);
        rows.get(0).put("title", "Reworded");
        rows.get(1).put("owner", "u-other");
        rows.get(2).put("requirements", "iso-27001-2022:A.8.13, iso-27001-2022:A.8.14");
        rows.get(3).put("status", "implemented");
        rows.get(4).put("status", "retired");
        rows.get(4).put("retiredBecause", "The servers are gone");
        rows.get(5).put("due", "2999-12-31");
        JsonNode report = done("", rows);
        assertThat(report.path("counts").toString()).isEqualTo("{\"rows\":6,\"different\":6}");
        List<String> fields = new ArrayList<>();
        report.path("differences")
                .forEach(each -> fields.add(each.path("fields").toString()));
        assertThat(fields)
                .containsExactly(
                        "[\"title\"]",
                        "[\"owner\"]",
                        "[\"requirements\"]",
                        "[\"status\"]",
                        "[\"status\"]",
                        "[\"due\"]");

        JsonNode updated = done("?update=true", rows);
        assertThat(updated.at("/counts/revised").asInt()).isEqualTo(4);
        assertThat(updated.at("/counts/reported").asInt()).isEqualTo(1);
        assertThat(updated.at("/counts/retired").asInt()).isEqualTo(1);
        assertThat(controls().findValuesAsText("status"))
                .containsExactlyInAnyOrder(
                        "operating", "operating", "operating", "implemented", "retired", "in-progress");
        assertThat(api.get("/controls?requirement=iso-27001-2022:A.8.14").path("items"))
                .hasSize(1);
        assertThat(done("?update=true", rows).at("/counts/unchanged").asInt()).isEqualTo(6);

        rows.get(0).put("status", "in-progress");
        rows.get(4).put("status", "operating");
        JsonNode back = refused("?update=true", rows).path("report");
        assertProblem(back, 2, "status", "CTL-6", "operating already");
        assertProblem(back, 6, null, "CTL-6", "retired");
    }

    @Test
    @DisplayName("CTL-6: a control that needs another is not started by a file before that is in place")
    void no_start_before_what_it_needs() {
        List<Map<String, String>> rows = rows("needs", 2);
        rows.forEach(row -> row.put("status", "planned"));
        JsonNode results = done("?results=true", rows).path("results");
        api.taken(
                "/controls/" + results.get(1).path("key").asText() + "/dependencies",
                "{\"on\":\"" + results.get(0).path("key").asText() + "\",\"reason\":\"It is sent over that\"}");
        rows.get(1).put("status", "in-progress");
        assertProblem(refused("?update=true", rows).path("report"), 3, null, "CTL-6", "is planned");
        rows.get(0).put("status", "implemented");
        done("?update=true", List.of(rows.get(0)));
        assertThat(done("?update=true", rows).at("/counts/reported").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("ALL-9: what a cut-off import left is completed by the same file")
    void the_same_file_completes_what_was_cut_off() {
        Map<String, String> row = row("cut");
        row.put("definedAt", "2024-12-01");
        Map<String, String> half = new LinkedHashMap<>(row);
        half.put("status", "in-progress");
        done("", List.of(half));
        assertThat(done("", List.of(row)).path("counts").toString()).isEqualTo("{\"rows\":1,\"reported\":1}");
        assertThat(controls().get(0).path("operatingOn").asText()).isEqualTo("2025-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX, "application/json"})
    @DisplayName("ALL-9: what was exported is imported again, and nothing changes")
    void what_was_exported_is_imported(String type) {
        List<Map<String, String>> rows = rows("export", 4);
        rows.get(1).put("status", "planned");
        rows.get(1).put("due", "2999-12-31");
        rows.get(2).put("status", "retired");
        rows.get(2).put("retiredBecause", "The servers are gone");
        done("", rows);
        String two = controls().get(0).path("key").asText();
        api.taken(
                "/controls/" + two + "/merges",
                "{\"from\":\"" + controls().get(3).path("key").asText() + "\",\"reason\":\"The same\"}");
        api.settle();
        byte[] export = api.read("/controls" + (type.endsWith("json") ? "?limit=500" : ""), type)
                .asByteArray();
        JsonNode report = Api.taken(by(api.tenant(), Roles.ISMS_MANAGER)
                .contentType(type.equals(CSV) ? CSV + "; charset=utf-8" : type)
                .body(export)
                .post(PATH + "?update=true"));
        assertThat(report.at("/counts/rows").asInt()).isGreaterThan(4);
        assertThat(report.at("/counts/unchanged")).as(report.toString()).isEqualTo(report.at("/counts/rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    @DisplayName("ALL-9: the template is imported as it stands, and names every field with its meaning")
    void the_template(String type) {
        Response template = by(api.tenant(), Roles.ISMS_MANAGER).accept(type).get(PATH + "/template");
        assertThat(template.statusCode()).isEqualTo(200);
        JsonNode report = Api.taken(by(api.tenant(), Roles.ISMS_MANAGER)
                .contentType(type)
                .body(template.asByteArray())
                .post(PATH));
        assertThat(report.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/reported").asInt()).isEqualTo(1);
        JsonNode fields = Api.json(
                by(api.tenant(), Roles.ISMS_MANAGER).accept("application/json").get(PATH + "/template"));
        assertThat(fields.findValuesAsText("name")).contains("externalId", "requirements", "status", "test.period");
        fields.forEach(field -> assertThat(field.path("meaning").asText()).isNotBlank());
    }

    @Test
    @DisplayName(
            "ALL-9: columns of other names, umlauts in another encoding, as a form; an unknown column is refused by name")
    void mapping_encoding_and_form() {
        String text = "Nr;Maßnahme;Beschreibung;Anforderungen;Stand;Bemerkung\r\n"
                + "M-1;Schlüsselübergabe \"größer\" geregelt;Über die Pförtnerloge;iso-27001-2022:A.7.2;in-progress;egal\r\n";
        var form = by(api.tenant(), Roles.ISMS_MANAGER)
                .multiPart("file", "register.csv", text.getBytes(WINDOWS), "application/octet-stream")
                .multiPart("mapping", "mapping.json", """
                        {"Nr": "externalId", "Maßnahme": "title", "Beschreibung": "description",
                         "Anforderungen": "requirements", "Stand": "status", "Bemerkung": null}""".getBytes(StandardCharsets.UTF_8), "application/json")
                .multiPart("defaults", "{\"owner\": \"u-owner\"}");
        JsonNode report = Api.taken(form.post(PATH));
        assertThat(report.at("/file/encoding").asText()).isEqualTo("windows-1252");
        JsonNode control = controls().get(0);
        assertThat(control.path("title").asText()).isEqualTo("Schlüsselübergabe \"größer\" geregelt");
        assertThat(control.path("description").asText()).isEqualTo("Über die Pförtnerloge");
        assertThat(control.path("status").asText()).isEqualTo("in-progress");

        Response unknown = by(api.tenant(), Roles.ISMS_MANAGER)
                .contentType(CSV)
                .body("title,owner,requirement\nA title,u-owner,iso-27001-2022:A.7.2\n")
                .post(PATH);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.asString()).contains("did you mean requirements?");
    }

    @Test
    @DisplayName("CTL-4, ALL-9: a key of no control here, and rows without any id are known again by title and scope")
    void known_again() {
        Map<String, String> row = row("");
        done("", List.of(row));
        assertThat(done("", List.of(row)).at("/counts/unchanged").asInt()).isEqualTo(1);
        String key = controls().get(0).path("key").asText();
        Map<String, String> byKey = new LinkedHashMap<>(row);
        byKey.remove("externalId");
        byKey.put("key", key);
        assertThat(done("", List.of(byKey)).at("/counts/unchanged").asInt()).isEqualTo(1);
        byKey.put("key", "CTRL-99999");
        assertProblem(refused("", List.of(byKey)).path("report"), 2, "key", "CTL-4", "CTRL-99999");
    }

    @Test
    @DisplayName("ALL-4, ALL-1: other roles may not; the same file in another organization is another register")
    void roles_and_tenants() {
        byte[] file = csv(rows("shared", 1));
        for (String role : List.of(Roles.CONTROL_OWNER, Roles.AUDITOR, Roles.TOP_MANAGEMENT, Roles.VIEWER)) {
            assertThat(by(api.tenant(), role)
                            .contentType(CSV)
                            .body(file)
                            .post(PATH)
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
            assertThat(by(api.tenant(), role).get(PATH + "/template").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        String id = done("?results=true", rows("shared", 1)).at("/results/0/id").asText();
        var other = new Api();
        JsonNode elsewhere = Api.taken(by(other.tenant(), Roles.ISMS_MANAGER)
                .contentType(CSV)
                .body(file)
                .post(PATH + "?results=true"));
        assertThat(elsewhere.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(elsewhere.at("/results/0/id").asText()).isNotEqualTo(id);
        assertThat(other.read("/controls/" + id, "application/json").statusCode())
                .isEqualTo(404);
        JsonNode named = Api.taken(by(other.tenant(), Roles.ISMS_MANAGER)
                .contentType(CSV)
                .body("id,title,owner\n" + id + ",Somebody else's,u-owner\n")
                .post(PATH));
        assertThat(named.at("/counts/created").asInt())
                .as("an id of another organization is a name like any other")
                .isEqualTo(1);
        assertThat(controls()).hasSize(1);
    }
}
