package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.control.Roles;
import isms.control.framework.Frameworks;
import isms.control.statement.PlanNeed;
import isms.control.statement.StatementType;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-9 to CTL-13, CTL-3: statements of applicability over HTTP")
class StatementsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENTS = "/api/v1/statements-of-applicability";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Map<String, String> ROLES = Map.of(
            "ines", Roles.ISMS_MANAGER,
            "ivan", Roles.ISMS_MANAGER,
            "tom", Roles.TOP_MANAGEMENT,
            "ada", Roles.AUDITOR,
            "vera", Roles.VIEWER,
            "carl", Roles.CONTROL_OWNER);

    @Inject
    Commands commands;

    @Inject
    StatementType type;

    private String token = "";

    private RequestSpecification by(String tenant, String person) {
        RequestSpecification request = given().auth().oauth2(Tokens.of(tenant, person, ROLES.get(person)));
        return token.isEmpty() ? request : request.header("Consistency-Token", token);
    }

    private RequestSpecification by(String person) {
        return by("acme", person);
    }

    private Response post(RequestSpecification request, String path, @Nullable Object body) {
        if (body != null) {
            request.contentType("application/json").body(body.toString());
        }
        Response response = request.post(path);
        String written = response.header("Consistency-Token");
        token = written == null ? token : written;
        return response;
    }

    private JsonNode take(String person, String path, @Nullable Object body) throws IOException {
        Response response = post(by(person), path, body);
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
        return JSON.readTree(response.asByteArray());
    }

    private JsonNode refused(int status, String rule, String person, String path, @Nullable Object body)
            throws IOException {
        Response response = post(by(person), path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        JsonNode problem = JSON.readTree(response.asByteArray());
        assertThat(problem.path("rule").asText()).isEqualTo(rule);
        return problem;
    }

    private JsonNode get(String person, String path) throws IOException {
        Response response = by(person).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return JSON.readTree(response.asByteArray());
    }

    private JsonNode start(UUID scope, String name) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("scope").put("id", scope.toString()).put("name", name);
        return take("ines", STATEMENTS, body);
    }

    private static ObjectNode included(String control, String text) {
        ObjectNode line = JSON.createObjectNode().put("control", control).put("applicable", true);
        line.putArray("justifications").addObject().put("kind", "business").put("text", text);
        return line.put("status", "implemented");
    }

    private static ObjectNode excluded(String control, String text) {
        return JSON.createObjectNode()
                .put("control", control)
                .put("applicable", false)
                .put("exclusion", text);
    }

    private static ObjectNode lines(ObjectNode... lines) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode all = body.putArray("lines");
        for (ObjectNode line : lines) {
            all.add(line);
        }
        return body;
    }

    private static ObjectNode everything() {
        return lines(Frameworks.shipped().requirements(Frameworks.ANNEX_A).stream()
                .map(control -> control.id().equals("A.7.4")
                        ? excluded("A.7.4", "No premises")
                        : included(control.id(), "The portal needs it"))
                .toArray(ObjectNode[]::new));
    }

    /** As a reaction to the approval of a treatment plan does it. */
    private void planNeeds(JsonNode statement, String control, UUID plan) {
        var instruction = new Instruction(
                "acme", "risk-service", Set.of(), UUID.randomUUID(), UUID.randomUUID(), null, null, null, null, null);
        commands.send(
                type,
                UUID.fromString(statement.path("id").asText()),
                new PlanNeed(control, null, plan, "PLAN-7", "RISK-12", "Guard the warehouse").arisen(),
                instruction);
    }

    @Test
    @DisplayName("CTL-9, CTL-10, CTL-11: a statement travels from its draft into force and is superseded")
    void a_statement_travels_into_force() throws IOException {
        UUID scope = UUID.randomUUID();
        JsonNode started = start(scope, "Customer portal");
        String path = STATEMENTS + "/" + started.path("id").asText();
        assertThat(started.path("key").asText()).matches("SOA-[0-9]+");
        assertThat(started.path("status").asText()).isEqualTo("draft");
        assertThat(started.at("/versions/0/tally/annexA").asInt()).isEqualTo(93);
        // CTL-9: one per scope
        ObjectNode again = JSON.createObjectNode();
        again.putObject("scope").put("id", scope.toString()).put("name", "Customer portal");
        refused(409, "CTL-9", "ivan", STATEMENTS, again);
        // CTL-11: what is missing is listed, and refused by line
        JsonNode gaps = get("vera", path + "/completeness");
        assertThat(gaps.path("complete").asBoolean()).isFalse();
        assertThat(gaps.path("gaps")).hasSize(93);
        assertThat(refused(422, "CTL-11", "ines", path + "/submissions", null).path("violations"))
                .hasSize(93);
        // CTL-9: all or nothing
        JsonNode bad = refused(
                422,
                "CTL-9",
                "ines",
                path + "/decisions",
                lines(
                        included("A.5.1", "fine"),
                        JSON.createObjectNode().put("control", "A.5.2").put("applicable", false)));
        assertThat(bad.at("/violations/0/pointer").asText()).isEqualTo("/lines/1/exclusion");
        JsonNode decided = take("ines", path + "/decisions", everything());
        assertThat(decided.path("complete").asBoolean()).isTrue();
        // CTL-10: a plan needs what is excluded
        UUID plan = UUID.randomUUID();
        planNeeds(started, "A.7.4", plan);
        take("ines", path + "/decisions", lines(included("OWN-9", "Own").put("title", "Four eyes on releases")));
        JsonNode conflicts = get("vera", path + "/lines?conflict=true").path("items");
        assertThat(conflicts.findValuesAsText("control")).containsExactly("A.7.4");
        assertThat(conflicts.at("/0/needs/0/key").asText()).isEqualTo("PLAN-7");
        assertThat(get("vera", path + "/completeness").at("/gaps/0/lacks").asText())
                .isEqualTo("conflict");
        refused(409, "CTL-10", "ines", path + "/submissions", null);
        take("ines", path + "/decisions", lines(included("A.7.4", "There is a warehouse")));
        Instant before = Instant.now();
        JsonNode submitted = take("ines", path + "/submissions", null);
        assertThat(submitted.path("status").asText()).isEqualTo("submitted");
        refused(409, "CTL-9", "ines", path + "/decisions", lines(included("A.7.4", "Late")));
        take("tom", path + "/returns", JSON.createObjectNode().put("reason", "Look at A.7.4 again"));
        JsonNode ready = take("ines", path + "/submissions", null);

        // CTL-11, ALL-3: who signs, signs what they have read, and wrote none of it
        assertThat(post(by("tom"), path + "/approvals", null).statusCode()).isEqualTo(428);
        String etag = "\"" + ready.path("version").asText() + "\"";
        assertThat(post(by("tom").header("If-Match", "\"1\""), path + "/approvals", null)
                        .statusCode())
                .isEqualTo(412);
        assertThat(post(by("ines").header("If-Match", etag), path + "/approvals", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(by("vera").header("If-Match", etag), path + "/approvals", null)
                        .statusCode())
                .isEqualTo(403);
        Response approved = post(by("tom").header("If-Match", etag), path + "/approvals", null);
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        JsonNode inForce = JSON.readTree(approved.asByteArray());
        assertThat(inForce.path("status").asText()).isEqualTo("in-force");
        assertThat(inForce.path("approvedBy").asText()).isEqualTo("tom");
        assertThat(get("vera", path)).isEqualTo(inForce);

        // CTL-11: an approved version never changes, whatever is needed or decided later
        String first = by("vera").get(path + "/versions/1").header("Snapshot-Digest");
        planNeeds(started, "A.8.5", plan);
        take("ivan", path + "/versions", null);
        take("ivan", path + "/decisions", lines(excluded("A.7.4", "The warehouse is sold")));
        assertThat(get("vera", path + "/completeness").at("/gaps/0/control").asText())
                .isEqualTo("A.7.4");
        take(
                "ivan",
                path + "/decisions",
                lines(included("A.7.4", "Sold, but rented"), excluded("OWN-9", "Nobody releases")));
        JsonNode next = take("ivan", path + "/submissions", null);
        JsonNode second = JSON.readTree(post(
                        by("tom").header("If-Match", "\"" + next.path("version").asText() + "\""),
                        path + "/approvals",
                        null)
                .asByteArray());
        assertThat(second.path("versionInForce").asInt()).isEqualTo(2);
        JsonNode versions = get("ada", path + "/versions").path("items");
        assertThat(versions.findValuesAsText("status")).containsExactly("superseded", "in-force");

        // CTL-12: line by line, field by field
        JsonNode differences = get("ada", path + "/differences?from=1&to=2");
        assertThat(differences.path("lines").findValuesAsText("control")).containsExactly("A.7.4", "A.8.5", "OWN-9");
        assertThat(differences.at("/lines/0/fields/0/field").asText()).isEqualTo("justifications");
        assertThat(differences.at("/lines/0/fields/0/to").asText()).isEqualTo("business: Sold, but rented");
        assertThat(get("ada", path + "/differences?from=" + before)
                        .path("lines")
                        .findValuesAsText("control"))
                .containsExactly("A.7.4", "A.8.5", "OWN-9");
        assertThat(by("ada").get(path + "/differences?from=yesterday").statusCode())
                .isEqualTo(400);
        assertThat(by("ada").get(path + "/versions/7").statusCode()).isEqualTo(404);

        // ALL-5: as of a past moment; ALL-6: in plain words
        assertThat(get("ada", path + "?asOf=" + before).path("status").asText()).isEqualTo("draft");
        assertThat(get("ada", path + "/lines?limit=500&asOf=" + before).path("items"))
                .hasSize(94)
                .allSatisfy(line ->
                        assertThat(line.path("statementVersion").asInt()).isEqualTo(1));
        JsonNode history = get("ada", path + "/history").path("items");
        assertThat(history.findValuesAsText("what"))
                .anyMatch(
                        what -> what.equals("A.7.4 is needed. Treatment plan PLAN-7 for RISK-12: Guard the warehouse"))
                .anyMatch(what ->
                        what.startsWith("Version 1 for the scope \"Customer portal\" approved by top management"))
                .contains("Version 1 superseded by version 2");

        Response old = by("vera").get(path + "/versions/1");
        assertThat(JSON.readTree(old.asByteArray()).at("/content/lines").findValuesAsText("exclusion"))
                .isEmpty();
        assertThat(JSON.readTree(old.asByteArray()).path("status").asText()).isEqualTo("superseded");
        assertThat(old.header("Snapshot-Digest")).isEqualTo(first);
        Instant then = Instant.parse(inForce.path("approvedAt").asText());
        Response past = by("vera").get(path + "/versions/1?asOf=" + then);
        assertThat(JSON.readTree(past.asByteArray()).path("status").asText()).isEqualTo("in-force");
        assertThat(past.header("Snapshot-Digest")).isEqualTo(first);
    }

    @Test
    @DisplayName("CTL-12, ALL-8: lines are paged, filtered, sorted, searched and exported")
    void lines_are_listed() throws IOException {
        JsonNode started = start(UUID.randomUUID(), "Plant");
        JsonNode other = start(UUID.randomUUID(), "Office");
        String path = STATEMENTS + "/" + started.path("key").asText();
        take("ines", path + "/decisions", lines(included("A.8.5", "=1+1"), excluded("A.7.4", "No premises")));
        JsonNode first = get("vera", path + "/lines?limit=40&count=true");
        assertThat(first.path("total").asInt()).isEqualTo(93);
        assertThat(first.at("/items/0/control").asText()).isEqualTo("A.5.1");
        JsonNode last = get(
                "vera", path + "/lines?limit=60&cursor=" + first.path("next").asText());
        assertThat(last.path("items")).hasSize(53);
        assertThat(get("vera", path + "/lines?theme=people").path("items")).hasSize(8);
        assertThat(get("vera", path + "/lines?applicable=false").path("items").findValuesAsText("control"))
                .containsExactly("A.7.4");
        assertThat(get("vera", path + "/lines?decided=true&sort=-title").path("items"))
                .hasSize(2);
        assertThat(get("vera", path + "/lines?status=implemented").path("items").findValuesAsText("control"))
                .containsExactly("A.8.5");
        assertThat(get("vera", path + "/lines?q=cryptography").path("items").findValuesAsText("control"))
                .containsExactly("A.8.24");
        assertThat(get("vera", STATEMENTS + "/" + other.path("key").asText() + "/lines?decided=true")
                        .path("items"))
                .isEmpty();
        assertThat(by("vera").get(path + "/lines?colour=red").statusCode()).isEqualTo(400);
        assertThat(by("vera").accept("text/csv").get(path + "/lines").asString().lines())
                .hasSize(94);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                by("vera").accept(XLSX).get(path + "/lines?theme=people").asByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(9);
        }
        assertThat(get("vera", STATEMENTS + "?status=draft&q=plant").path("items"))
                .hasSize(1);
    }

    @Test
    @DisplayName("CTL-13: every file of a version carries the digest of the same snapshot")
    void every_file_carries_the_same_digest() throws Exception {
        JsonNode started = start(UUID.randomUUID(), "Laboratory");
        String path = STATEMENTS + "/" + started.path("id").asText();
        take("ines", path + "/decisions", lines(included("A.8.5", "=1+1"), excluded("A.7.4", "No premises")));
        Response json = by("vera").get(path + "/versions/1");
        String digest = json.header("Snapshot-Digest");
        JsonNode content = JSON.readTree(json.asByteArray());
        assertThat(content.path("sha256").asText()).isEqualTo(digest);
        assertThat(content.at("/content/lines")).hasSize(93);
        // anyone can work it out again from the content
        var sorted = JSON.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsBytes(JSON.treeToValue(content.path("content"), Object.class));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted)))
                .isEqualTo(digest);

        Response csv = by("vera").accept("text/csv").get(path + "/versions/1");
        assertThat(csv.header("Snapshot-Digest")).isEqualTo(digest);
        List<String> rows = csv.asString().lines().toList();
        assertThat(rows).hasSize(94);
        assertThat(rows.subList(1, 94)).allMatch(row -> row.endsWith("," + digest));

        Response xlsx = by("vera").accept(XLSX).get(path);
        assertThat(xlsx.header("Content-Disposition")).contains(".xlsx");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(94);
            var about = workbook.findSheet("Statement").orElseThrow().read();
            assertThat(about.getLast().getCellText(1)).isEqualTo(digest);
        }
        Response pdf = by("vera").accept("application/pdf").get(path + "/versions/1");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.asByteArray(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        try (var loaded = Loader.loadPDF(pdf.asByteArray())) {
            String text = new PDFTextStripper().getText(loaded);
            assertThat(text.replaceAll("\\s", "")).contains(digest).contains("Statementofapplicability");
            assertThat(text).contains("No premises").contains("not been approved");
        }
        Response docx = by("vera").accept(DOCX).get(path + "/versions/1");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx.asByteArray()));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains(digest).contains("Excluded: No premises");
            assertThat(document.getTables()).hasSize(5);
        }
        Response oscal = by("vera").accept("application/oscal+json").get(path + "/versions/1");
        assertThat(oscal.header("Snapshot-Digest")).isEqualTo(digest);
        assertThat(JSON.readTree(oscal.asByteArray())
                        .path("component-definition")
                        .toString())
                .contains(digest);
        assertThat(JSON.readTree(by("vera")
                                .accept("application/oscal+json")
                                .get(path + "/versions/1?model=profile")
                                .asByteArray())
                        .path("profile")
                        .toString())
                .contains(digest);
    }

    @Test
    @DisplayName("CTL-3: a statement by the 2013 edition is previewed, taken over and taken back")
    void an_old_statement_is_migrated() throws IOException {
        JsonNode started = start(UUID.randomUUID(), "Warehouse");
        String path = STATEMENTS + "/" + started.path("id").asText();
        ObjectNode old = lines(
                JSON.createObjectNode()
                        .put("control", "A.9.2.1")
                        .put("applicable", true)
                        .put("justification", "Leavers")
                        .put("status", "operating"),
                JSON.createObjectNode()
                        .put("control", "A.12.4.1")
                        .put("applicable", true)
                        .put("justification", "Traces"),
                JSON.createObjectNode()
                        .put("control", "A.12.4.2")
                        .put("applicable", false)
                        .put("justification", "Not worth it"));
        JsonNode preview = take("ines", path + "/migration-previews", old);
        assertThat(preview.path("brandNew")).hasSize(11);
        assertThat(get("vera", path).path("version").asInt()).isEqualTo(1);
        JsonNode migrated = take("ines", path + "/migrations", old);
        assertThat(migrated.path("migrated").asBoolean()).isTrue();
        JsonNode decided = get("vera", path + "/lines?decided=true").path("items");
        assertThat(decided.findValuesAsText("reference")).containsExactly("iso-27001-2022:A.5.16");
        assertThat(decided.at("/0/lineage/0/control").asText()).isEqualTo("A.9.2.1");
        assertThat(decided.at("/0/justifications/0/text").asText()).isEqualTo("Leavers");
        refused(409, "CTL-3", "ines", path + "/migrations", old);
        JsonNode undone = take("ines", path + "/migration-reversals", null);
        assertThat(undone.at("/versions/0/tally/decided").asInt()).isZero();
        assertThat(get("vera", path + "/lines?decided=true").path("items")).isEmpty();
        refused(409, "CTL-3", "ines", path + "/migration-reversals", null);
        refused(
                422,
                "CTL-3",
                "ines",
                path + "/migration-previews",
                lines(JSON.createObjectNode()
                        .put("control", "A.1.1")
                        .put("applicable", true)
                        .put("justification", "x")));
    }

    @Test
    @DisplayName("CTL-10: a legal need draws its control in, and is withdrawn")
    void a_legal_need_is_stated() throws IOException {
        JsonNode started = start(UUID.randomUUID(), "Practice");
        String path = STATEMENTS + "/" + started.path("id").asText();
        take(
                "ines",
                path + "/legal-needs",
                JSON.createObjectNode().put("control", "A.5.34").put("requirement", "GDPR, article 32"));
        JsonNode drawn = get("vera", path + "/lines?drawn=true").path("items");
        assertThat(drawn.findValuesAsText("status")).containsExactly("not-started");
        String need = drawn.at("/0/needs/0/id").asText();
        take(
                "ines",
                path + "/legal-needs/" + need + "/withdrawals",
                JSON.createObjectNode().put("reason", "No personal data any more"));
        assertThat(get("vera", path + "/lines?drawn=true").path("items")).isEmpty();
        refused(
                404,
                "CTL-10",
                "ines",
                path + "/legal-needs/" + need + "/withdrawals",
                JSON.createObjectNode().put("reason", "Again"));
    }

    @Test
    @DisplayName("ALL-4: another organization sees nothing; roles that may not decide are refused")
    void others_see_and_decide_nothing() throws IOException {
        JsonNode started = start(UUID.randomUUID(), "Vault");
        String path = STATEMENTS + "/" + started.path("id").asText();
        for (String below :
                List.of("", "/versions", "/versions/1", "/lines", "/completeness", "/differences?from=1", "/history")) {
            assertThat(by("globex", "ines").get(path + below).statusCode())
                    .as(below)
                    .isEqualTo(404);
        }
        assertThat(post(by("globex", "ines"), path + "/submissions", null).statusCode())
                .isEqualTo(404);
        assertThat(post(
                                by("globex", "ines"),
                                path + "/migration-previews",
                                lines(JSON.createObjectNode()
                                        .put("control", "A.9.2.1")
                                        .put("applicable", true)
                                        .put("justification", "x")))
                        .statusCode())
                .isEqualTo(404);
        for (String person : List.of("vera", "ada", "carl", "tom")) {
            assertThat(post(by(person), path + "/decisions", lines(included("A.5.1", "x")))
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(post(
                                by("ines"),
                                path + "/delegations",
                                JSON.createObjectNode().put("delegate", "ivan").put("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(take(
                                "tom",
                                path + "/delegations",
                                JSON.createObjectNode().put("delegate", "carl").put("reason", "For the board"))
                        .path("delegate")
                        .asText())
                .isEqualTo("carl");
        assertThat(given().get(path).statusCode()).isEqualTo(401);
    }
}
