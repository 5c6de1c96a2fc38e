package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A register that is there already comes in as a file (RSK-18, ALL-9). */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The import of the register")
class RiskImportTest {

    private static final String PATH = "/api/v1/risks/imports";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Not so long ago that another assessment would be due, which the system would record meanwhile. */
    private static final String LAST_MONTH = Story.daysAgo(30).toString().substring(0, 10);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Inject
    EventLog log;

    @BeforeEach
    void told() {
        Story.told();
    }

    /** A row as the demonstration's methodology can take it. */
    private static Map<String, String> row(String externalId) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("externalId", externalId);
        row.put("title", "Imported risk " + externalId);
        row.put("context", "Corporate IT");
        row.put("owner", "rosa");
        row.put("scenario.source", "A criminal group");
        row.put("scenario.event", "Encrypts the file servers");
        row.put("scenario.vulnerability", "No second factor");
        row.put("scenario.consequence", "No orders for days");
        row.put("affects", "integrity; availability");
        row.put("assets", "File servers");
        row.put("category", "Malicious software");
        row.put("current.likelihood", "3");
        row.put("current.rationale", "Three firms of our sector were hit last year");
        Story.ACME
                .at("/methodologies/0/body/criteria/dimensions")
                .forEach(dimension ->
                        row.put("current.impact." + dimension.path("key").asText(), "2"));
        row.put("assessedAt", LAST_MONTH);
        return row;
    }

    private static List<Map<String, String>> rows(String prefix, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> row(prefix + "-" + i)).toList());
    }

    private static String csv(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", rows.getFirst().keySet()));
        for (Map<String, String> row : rows) {
            text.append("\r\n");
            text.append(String.join(
                    ",",
                    row.values().stream()
                            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                            .toList()));
        }
        return text.toString();
    }

    private static RequestSpecification file(RequestSpecification request, String type, String text) {
        return request.contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode done(List<Map<String, String>> rows, String query) {
        return done(file(Story.by("ines"), CSV, csv(rows)), query);
    }

    private static JsonNode done(RequestSpecification request, String query) {
        return Story.json(Story.take(request, PATH + query, null));
    }

    private static JsonNode refused(int status, RequestSpecification request, String query) {
        Response response = request.post(PATH + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonNode problem = Story.json(response);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("remedy").asText()).isNotBlank();
        return problem;
    }

    private static JsonNode found(String externalId) {
        JsonNode items =
                Story.get("vera", "/api/v1/risks?limit=500&q=" + externalId).path("items");
        assertThat(items).as(externalId).hasSize(1);
        return items.get(0);
    }

    @Test
    @DisplayName("RSK-18: brings in the risk with its assessment, at the time stated; and says so in the history")
    void a_risk_with_its_assessment() {
        JsonNode report = done(List.of(row("whole")), "?source=old-tool&results=true");
        assertThat(report.path("outcome").asText()).isEqualTo("imported");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/assessed").asInt()).isEqualTo(1);
        assertThat(report.at("/results/0/externalId").asText()).isEqualTo("whole");
        JsonNode risk =
                Story.get("vera", "/api/v1/risks/" + report.at("/results/0/key").asText());
        assertThat(risk.path("title").asText()).isEqualTo("Imported risk whole");
        assertThat(risk.path("status").asText()).isEqualTo("assessed");
        assertThat(risk.path("assessedAt").asText()).isEqualTo(LAST_MONTH + "T00:00:00Z");
        assertThat(risk.path("affects")).hasSize(2);
        assertThat(risk.path("currentLikelihood").asInt()).isEqualTo(3);
        assertThat(risk.at("/assessment/current/rating/impact/financial/rationale")
                        .asText())
                .startsWith("Three firms");
        JsonNode history = Story.get("ada", "/api/v1/risks/" + risk.path("id").asText() + "/history")
                .path("items");
        assertThat(history).hasSize(2);
        history.forEach(entry -> {
            assertThat(entry.path("imported").asBoolean()).isTrue();
            assertThat(entry.path("actor").asText()).isEqualTo("ines");
            assertThat(entry.path("reason").asText()).isEqualTo("Imported from old-tool, row 2 (whole)");
        });
    }

    @Test
    @DisplayName("ALL-9: all or nothing by default, with every bad row, its column, value, rule and what to do")
    void all_or_nothing() {
        List<Map<String, String>> rows = rows("mixed", 12);
        rows.get(1).put("title", "");
        rows.get(2).put("context", "Moon base");
        rows.get(3).put("owner", "");
        rows.get(4).put("current.likelihood", "9");
        rows.get(5).put("current.impact.financial", "");
        rows.get(6).put("current.rationale", "");
        rows.get(7).put("affects", "beauty");
        rows.get(8).put("assessedAt", "31/03/2025");
        rows.get(9).put("externalId", "mixed-0");
        rows.get(10).put("assessedAt", "2999-01-01");
        long before = log.head();
        JsonNode problem = refused(422, file(Story.by("ines"), CSV, csv(rows)), "");
        assertThat(problem.path("rule").asText()).isEqualTo("ALL-9");
        assertThat(problem.path("detail").asText()).startsWith("10 of 12 rows");
        assertThat(log.head()).as("nothing was written").isEqualTo(before);
        JsonNode report = problem.path("report");
        assertThat(report.path("outcome").asText()).isEqualTo("refused");
        assertThat(report.at("/counts/refused").asInt()).isEqualTo(10);
        assertProblem(report, 3, "title", "RSK-6", "missing");
        assertProblem(report, 4, "context", "RSK-6", "Moon base");
        assertProblem(report, 5, "owner", "RSK-6", "missing");
        assertProblem(report, 6, "current.likelihood", "RSK-7", "9 is off the scale");
        assertProblem(report, 7, "current.impact.financial", "RSK-7", "missing");
        assertProblem(report, 8, "current.likelihood.rationale", "RSK-7", "rationale");
        assertProblem(report, 9, "affects", "ALL-9", "not one of");
        assertProblem(report, 10, "assessedAt", "ALL-9", "not a day");
        assertProblem(report, 11, "externalId", "ALL-9", "Row 2");
        assertProblem(report, 12, null, "ALL-2", "future");
        report.path("problems")
                .forEach(each -> assertThat(each.path("remedy").asText()).isNotBlank());

        JsonNode partial = done(rows, "?partial=true");
        assertThat(partial.path("outcome").asText()).isEqualTo("imported-in-part");
        assertThat(partial.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(partial.at("/counts/refused").asInt()).isEqualTo(10);
        assertThat(partial.path("problems")).isEqualTo(report.path("problems"));
        long after = log.head();
        assertThat(after).isEqualTo(before + 4);

        JsonNode again = done(rows, "?partial=true");
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(2);
        assertThat(again.at("/counts").has("created")).isFalse();
        assertThat(log.head()).as("the same file twice changes nothing").isEqualTo(after);
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
        });
    }

    @Test
    @DisplayName("ALL-9: a dry run says what would become of it, and writes nothing")
    void a_dry_run() {
        List<Map<String, String>> rows = rows("dry", 3);
        rows.get(2).put("current.likelihood", "high");
        long before = log.head();
        JsonNode report = done(file(Story.by("ines"), CSV, csv(rows)), "?dryRun=true&results=true");
        assertThat(report.path("outcome").asText()).isEqualTo("checked");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(report.path("results").findValuesAsText("fate")).containsExactly("taken", "taken", "refused");
        assertProblem(report, 4, "current.likelihood", "ALL-9", "5 (almost certain)");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    @DisplayName("ALL-9: a row whose risk is other here says in what; update=true takes it, by the same decisions")
    void changed_rows() {
        List<Map<String, String>> rows = rows("changing", 4);
        done(rows, "");
        rows.get(0).put("title", "Imported risk changing-0, reworded");
        rows.get(1).put("owner", "otto");
        rows.get(2).put("current.likelihood", "likely");
        rows.get(2).put("assessedAt", "");
        long before = log.head();
        JsonNode report = done(rows, "");
        assertThat(report.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/different").asInt()).isEqualTo(3);
        assertThat(report.path("differences").get(0).path("fields").get(0).asText())
                .isEqualTo("title");
        assertThat(report.path("differences").get(1).path("fields").get(0).asText())
                .isEqualTo("owner");
        assertThat(report.path("differences").get(2).path("fields").get(0).asText())
                .isEqualTo("current");
        assertThat(log.head()).isEqualTo(before);

        JsonNode updated = done(rows, "?update=true");
        assertThat(updated.at("/counts/revised").asInt()).isEqualTo(2);
        assertThat(updated.at("/counts/assessed").asInt()).isEqualTo(1);
        assertThat(updated.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(log.head()).isEqualTo(before + 3);
        assertThat(found("changing-0").path("title").asText()).endsWith("reworded");
        assertThat(found("changing-1").path("owner").asText()).isEqualTo("otto");
        assertThat(found("changing-2").path("currentLikelihood").asInt()).isEqualTo(4);
        assertThat(done(rows, "?update=true").at("/counts/unchanged").asInt()).isEqualTo(4);

        rows.get(0).put("context", Story.context(1));
        JsonNode moved = refused(422, file(Story.by("ines"), CSV, csv(rows)), "?update=true");
        assertProblem(moved.path("report"), 2, "context", "RSK-6", "another context");
    }

    @Test
    @DisplayName("ALL-9: what a cut-off import left is completed by the same file")
    void the_same_file_completes_what_was_cut_off() {
        List<Map<String, String>> rows = rows("cut", 6);
        done(rows.subList(0, 2), "");
        // registered, but the service died before the assessment
        Map<String, String> half = new LinkedHashMap<>(rows.get(2));
        half.keySet().removeIf(column -> column.startsWith("current.") || column.equals("assessedAt"));
        half.put("registeredAt", LAST_MONTH);
        done(List.of(half), "");
        JsonNode report = done(rows, "");
        assertThat(report.path("outcome").asText()).isEqualTo("imported");
        assertThat(report.at("/counts/unchanged").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/created").asInt()).isEqualTo(3);
        assertThat(report.at("/counts/assessed").asInt()).isEqualTo(4);
        assertThat(done(rows, "").at("/counts/unchanged").asInt()).isEqualTo(6);
    }

    @Test
    @DisplayName("ALL-9: the same file sent twice at the same time is taken once")
    void at_the_same_time() {
        List<Map<String, String>> rows = rows("race", 40);
        long before = log.head();
        var first = CompletableFuture.supplyAsync(() -> done(rows, ""));
        var second = CompletableFuture.supplyAsync(() -> done(rows, ""));
        int created = first.join().at("/counts/created").asInt()
                + second.join().at("/counts/created").asInt();
        assertThat(created).isEqualTo(40);
        assertThat(log.head()).isEqualTo(before + 80);
        assertThat(done(rows, "").at("/counts/unchanged").asInt()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX, "application/json"})
    @DisplayName("RSK-18: what was exported is imported again, and nothing changes")
    void what_was_exported_is_imported(String type) {
        String query = type.equals("application/json") ? "?limit=500" : "";
        byte[] export =
                Story.by("vera").accept(type).get("/api/v1/risks" + query).asByteArray();
        long before = log.head();
        JsonNode report = done(
                Story.by("ines")
                        // REST-assured would call it ISO-8859-1
                        .contentType(type.equals(CSV) ? CSV + "; charset=utf-8" : type)
                        .body(export),
                "?update=true");
        assertThat(report.at("/counts/rows").asInt()).isGreaterThan(30);
        assertThat(report.at("/counts/unchanged").asInt())
                .as(report.toString())
                .isEqualTo(report.at("/counts/rows").asInt());
        assertThat(log.head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    @DisplayName("RSK-18: the template is imported as it stands")
    void the_template(String type) {
        String tenant = type.equals(CSV) ? "acme" : "globex";
        Response template = Story.by(tenant, "ines").accept(type).get(PATH + "/template");
        assertThat(template.statusCode()).isEqualTo(200);
        JsonNode report =
                done(Story.by(tenant, "ines").contentType(type).body(template.asByteArray()), "?source=template");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/assessed").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "RSK-18: the template names every field with its meaning, those of the methodologies in use among them")
    void the_fields() {
        JsonNode fields = Story.json(Story.by("ines").accept("application/json").get(PATH + "/template"));
        assertThat(fields.findValuesAsText("name"))
                .contains("title", "scenario.event", "current.likelihood", "residual.impact.safety", "existingControls")
                .contains("residual.impact.fines.rationale");
        fields.forEach(field -> assertThat(field.path("meaning").asText()).isNotBlank());
    }

    @Test
    @DisplayName("ALL-9: columns of other names, in another encoding, as a form; what the file lacks is said once")
    void mapping_encoding_and_form() {
        String text = "Nr;Titel;Quelle;Ereignis;Schwäche;Folge;Schutzziel;Objekt;Art;Bemerkung\r\n"
                + "M-1;\"Überspannung \"\"im\"\" Werk\";Gewitter;\"Blitz\r\nschlägt ein\";Kein Ableiter;Stillstand;"
                + "Verfügbarkeit;\"Öfen\nPressen\";Natur;egal\r\n";
        String mapping = """
                {"Nr": "externalId", "Titel": "title", "Quelle": "scenario.source", "Ereignis": "scenario.event",
                 "Schwäche": "scenario.vulnerability", "Folge": "scenario.consequence", "Objekt": "assets",
                 "Art": "category", "Bemerkung": null}""";
        String defaults =
                "{\"context\": \"%s\", \"owner\": \"otto\", \"affects\": \"availability\"}".formatted(Story.context(1));
        JsonNode report = done(
                Story.by("ines")
                        .multiPart("file", "register.csv", text.getBytes(WINDOWS), "application/octet-stream")
                        .multiPart(
                                "mapping", "mapping.json", mapping.getBytes(StandardCharsets.UTF_8), "application/json")
                        .multiPart("defaults", defaults),
                "?ignore=Schutzziel&results=true");
        assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("imported");
        assertThat(report.at("/file/encoding").asText()).isEqualTo("windows-1252");
        assertThat(report.at("/file/separator").asText()).isEqualTo(";");
        assertThat(report.at("/file/mapping/Titel").asText()).isEqualTo("title");
        assertThat(report.at("/file/leftOut")).hasSize(2);
        JsonNode risk =
                Story.get("vera", "/api/v1/risks/" + report.at("/results/0/key").asText());
        assertThat(risk.path("title").asText()).isEqualTo("Überspannung \"im\" Werk");
        assertThat(risk.at("/scenario/event").asText()).isEqualTo("Blitz\r\nschlägt ein");
        assertThat(risk.path("assets")).hasSize(2);
        assertThat(risk.path("owner").asText()).isEqualTo("otto");
        assertThat(risk.path("status").asText()).isEqualTo("registered");
    }

    @Test
    @DisplayName("ALL-9: a column that nobody knows is refused by name, as is a required one that is missing")
    void columns_that_nobody_knows() {
        JsonNode problem =
                refused(422, file(Story.by("ines"), CSV, "title,asessedAt,owner\nA title,2025-01-01,rosa\n"), "");
        assertThat(problem.path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/asessedAt", "/context");
        assertThat(problem.path("remedy").asText()).contains("mapping", "ignore");
        assertThat(problem.path("violations").findValuesAsText("detail"))
                .anySatisfy(detail -> assertThat(detail).contains("did you mean assessedAt?"));
        assertThat(refused(400, file(Story.by("ines"), CSV, "title\nx\n"), "?dryrun=true")
                        .path("code")
                        .asText())
                .as("a misspelt parameter must not let everything in")
                .isEqualTo("invalid-parameter");
        refused(415, Story.by("ines").contentType("application/pdf").body(new byte[] {1}), "");
    }

    @Test
    @DisplayName("ALL-9: rows without any id are known again by what they say")
    void rows_without_an_id() {
        List<Map<String, String>> rows = rows("nameless", 2);
        rows.forEach(row -> row.put("externalId", ""));
        assertThat(done(rows, "").at("/counts/created").asInt()).isEqualTo(2);
        rows.get(1).put("owner", "otto");
        JsonNode again = done(rows, "");
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(again.at("/counts/different").asInt()).isEqualTo(1);
        rows.get(0).put("title", "Imported risk nameless-1");
        JsonNode same = refused(422, file(Story.by("ines"), CSV, csv(rows)), "");
        assertProblem(same.path("report"), 3, "externalId", "ALL-9", "Row 2");
    }

    @Test
    @DisplayName("RSK-6, ALL-2: who may register may import; only importers state times; owners assess their own")
    void who_may_import() {
        for (String person : List.of("vera", "ada", "tom")) {
            assertThat(refused(403, file(Story.by(person), CSV, csv(rows("role", 1))), "")
                            .path("code")
                            .asText())
                    .isEqualTo("forbidden");
        }
        assertThat(Story.by("vera").get(PATH + "/template").statusCode()).isEqualTo(403);
        List<Map<String, String>> rows = rows("rosas", 2);
        JsonNode stated = refused(422, file(Story.by("rosa"), CSV, csv(rows)), "");
        assertProblem(stated.path("report"), 2, "assessedAt", "ALL-9", "isms-manager");
        rows.forEach(row -> row.put("assessedAt", ""));
        rows.get(1).put("owner", "otto");
        JsonNode others = refused(422, file(Story.by("rosa"), CSV, csv(rows)), "");
        assertThat(others.at("/report/counts/refused").asInt()).isEqualTo(1);
        assertProblem(others.path("report"), 3, null, "RSK-6", "Only the owner");
        assertThat(done(file(Story.by("rosa"), CSV, csv(rows)), "?partial=true")
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("ALL-4: the same file in another organization is another register")
    void another_organization() {
        String file = "externalId,title,context,owner,scenario.source,scenario.event,scenario.vulnerability,"
                + "scenario.consequence,affects,assets,category\n"
                + "shared-1,Shared by accident,CTX-1,rosa,A,B,C,D,integrity,E,F\n";
        JsonNode acme = done(file(Story.by("ines"), CSV, file), "?results=true");
        JsonNode globex = done(file(Story.by("globex", "ines"), CSV, file), "?results=true");
        assertThat(globex.at("/counts/created").asInt()).isEqualTo(1);
        String id = globex.at("/results/0/id").asText();
        assertThat(id).isNotEqualTo(acme.at("/results/0/id").asText());
        assertThat(Story.by("vera").get("/api/v1/risks/" + id).statusCode()).isEqualTo(404);
        JsonNode taken = done(file(Story.by("ines"), CSV, "id," + file.replace("\nshared-1,", "\n" + id + ",,")), "");
        assertThat(taken.at("/counts/created").asInt())
                .as("an id of another organization is a name like any other")
                .isEqualTo(1);
        assertThat(Story.by("vera").get("/api/v1/risks/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("ALL-9: the report as CSV has a line for every row, and runs no formula")
    void the_report_as_csv() {
        List<Map<String, String>> rows = rows("=table", 2);
        rows.get(1).put("current.likelihood", "=9+9");
        Response response = file(Story.by("ines"), CSV, csv(rows)).accept(CSV).post(PATH);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.contentType()).startsWith(CSV);
        List<String> lines = response.asString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("row,fate,externalId,id,key,column,value,rule,detail,remedy");
        assertThat(lines.get(1)).startsWith("2,not-tried,'=table-0,");
        assertThat(lines.get(2)).startsWith("3,refused,'=table-1,").contains("current.likelihood,'=9+9,ALL-9");
    }

    @Test
    @DisplayName("RSK-18: inherent, target and residual ratings, existing controls and retirement come in too")
    void everything_that_an_assessment_has() {
        Map<String, String> row = row("full");
        for (String stage : List.of("inherent", "target", "residual")) {
            row.put(stage + ".likelihood", stage.equals("inherent") ? "5 - almost certain" : "1");
            row.put(stage + ".rationale", "Judged in the workshop");
            Story.ACME
                    .at("/methodologies/0/body/criteria/dimensions")
                    .forEach(dimension ->
                            row.put(stage + ".impact." + dimension.path("key").asText(), "2"));
        }
        row.put("existingControls", "A.8.7 effective (All clients report daily); A.8.13: partly effective");
        row.put("registeredAt", "03.02.2024");
        row.put("status", "retired");
        row.put("retiredBecause", "The servers are gone");
        JsonNode report = done(List.of(row), "?results=true");
        assertThat(report.at("/counts/retired").asInt()).isEqualTo(1);
        JsonNode risk =
                Story.get("vera", "/api/v1/risks/" + report.at("/results/0/key").asText());
        assertThat(risk.path("inherentLikelihood").asInt()).isEqualTo(5);
        assertThat(risk.path("residualLikelihood").asInt()).isEqualTo(1);
        assertThat(risk.at("/assessment/existingControls/0/note").asText()).isEqualTo("All clients report daily");
        assertThat(risk.at("/assessment/existingControls/1/effectiveness").asText())
                .isEqualTo("partly-effective");
        assertThat(risk.path("status").asText()).isEqualTo("retired");
        assertThat(Story.get("ada", "/api/v1/risks/" + risk.path("id").asText() + "/history")
                        .path("items")
                        .get(0)
                        .path("at")
                        .asText())
                .startsWith("2024-02-03");
        assertThat(done(List.of(row), "?update=true").at("/counts/unchanged").asInt())
                .isEqualTo(1);

        row.put("externalId", "full-2");
        row.put("existingControls", "A.8.7 wonderful; A.8.13");
        JsonNode problem = refused(422, file(Story.by("ines"), CSV, csv(List.of(row))), "");
        assertProblem(problem.path("report"), 2, "existingControls", "ALL-9", "wonderful");
    }

    @Test
    @DisplayName("Whole files are taken for imports only; everything else stays small")
    void sizes() {
        ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        body.put("title", "x".repeat(2 << 20));
        assertThat(Story.by("ines")
                        .contentType("application/json")
                        .body(body.toString())
                        .post("/api/v1/risks")
                        .statusCode())
                .isEqualTo(413);
        String large = csv(rows("large", 1)) + "\r\n" + ",,\r\n".repeat(600_000);
        assertThat(large.length()).isGreaterThan(2 << 20);
        assertThat(done(file(Story.by("ines"), CSV, large), "?dryRun=true")
                        .at("/counts/rows")
                        .asInt())
                .isEqualTo(1);
        assertThat(Story.with(Tokens.of("acme", "ines", "isms-manager"))
                        .contentType(CSV)
                        .body(new byte[17 << 20])
                        .post(PATH)
                        .statusCode())
                .isEqualTo(413);
    }
}
