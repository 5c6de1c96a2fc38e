package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The register")
class RegisterTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName(
            "RSK-8: ranked by treatment priority; equals stand in the order of registration, and each place is explained")
    void it_is_ranked_by_treatment_priority() {
        JsonNode ranked = Story.get("vera", "/api/v1/risks?sort=-priority&status=assessed&kind=threat&limit=500")
                .path("items");
        List<JsonNode> risks = new ArrayList<>();
        ranked.forEach(risks::add);
        assertThat(risks).hasSizeGreaterThan(30);
        assertThat(risks)
                .isSortedAccordingTo(Comparator.comparingLong(
                        (JsonNode risk) -> -risk.path("priority").asLong()));
        assertThat(risks.getFirst().path("aboveCriteria").asBoolean()).isTrue();
        assertThat(risks)
                .allSatisfy(risk -> assertThat(risk.path("priorityBecause")).isNotEmpty());
        assertThat(Story.get("vera", "/api/v1/risks?sort=-priority&status=assessed&kind=threat&limit=500")
                        .path("items"))
                .as("asked again")
                .isEqualTo(ranked);
    }

    @Test
    @DisplayName("ALL-8: paged by cursor without loss or repetition, sorted, filtered, searched")
    void it_is_paged_filtered_and_searched() {
        List<String> keys = new ArrayList<>();
        String next = "/api/v1/risks?sort=category,-title&limit=7&asOf=" + Instant.now();
        while (next != null) {
            JsonNode page = Story.json(Story.by("vera")
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
            page.path("items").forEach(risk -> keys.add(risk.path("key").asText()));
            next = page.has("next")
                    ? next.replaceAll("&cursor=.*", "") + "&cursor="
                            + page.path("next").asText()
                    : null;
        }
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys.size()).isEqualTo((int) Story.get("vera", "/api/v1/risks?count=true&limit=1")
                .path("total")
                .asLong());

        for (String query : List.of(
                "owner=otto",
                "unit=Finance",
                "category=Access",
                "status=registered",
                "kind=opportunity",
                "aboveCriteria=true",
                "currentBand=high",
                "context=" + Story.context(3),
                "q=firewall",
                "imported=true")) {
            JsonNode found =
                    Story.get("vera", "/api/v1/risks?limit=500&" + query).path("items");
            assertThat(found).as(query).isNotEmpty();
            String field = query.substring(0, query.indexOf('='));
            String value = query.substring(query.indexOf('=') + 1);
            found.forEach(risk -> assertThat(
                            switch (field) {
                                case "context" -> risk.path("contextId").asText();
                                case "q" ->
                                    risk.path("title")
                                                    .asText()
                                                    .toLowerCase(Locale.ROOT)
                                                    .contains(value)
                                            ? value
                                            : "";
                                default -> risk.path(field).asText();
                            })
                    .isEqualTo(value));
        }
    }

    @Test
    @DisplayName("ALL-8: as CSV and as XLSX it opens, with a row for every risk")
    void it_is_exported() throws IOException {
        int total = Story.get("vera", "/api/v1/risks?count=true&limit=1&status=assessed")
                .path("total")
                .asInt();
        String csv = Story.by("vera")
                .accept("text/csv")
                .get("/api/v1/risks?status=assessed")
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("key")
                .contains("title")
                .contains("scenario.event");
        assertThat(csv.lines().filter(line -> line.contains("RISK-")).count()).isEqualTo(total);

        Response xlsx = Story.by("vera").accept(XLSX).get("/api/v1/risks?status=assessed");
        assertThat(xlsx.contentType()).startsWith(XLSX);
        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(Files.createTempFile("register", ".xlsx"), xlsx.asByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/worksheets/sheet1.xml").split("<row ", -1)).hasSize(total + 2);
    }

    @Test
    @DisplayName("ALL-5: the register as of a moment is what was read at that moment")
    void as_of_a_moment_it_is_what_was_read_then() {
        String risk = Story.newRisk(Story.context(0), "Only for the past of the register");
        JsonNode then = Story.get("vera", "/api/v1/risks?limit=500&sort=key");
        JsonNode one = Story.get("vera", "/api/v1/risks/" + risk);
        Instant moment = Instant.now();
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/retirements",
                Story.JSON.createObjectNode().put("reason", "It was only for the past"));
        assertThat(Story.get("vera", "/api/v1/risks?limit=500&sort=key").path("items"))
                .isNotEqualTo(then.path("items"));
        assertThat(Story.get("vera", "/api/v1/risks?limit=500&sort=key&asOf=" + moment)
                        .path("items"))
                .isEqualTo(then.path("items"));
        assertThat(Story.get("vera", "/api/v1/risks/" + risk + "?asOf=" + moment))
                .isEqualTo(one);
        assertThat(Story.get("vera", "/api/v1/risks/" + risk).path("status").asText())
                .isEqualTo("retired");
    }

    @Test
    @DisplayName("A command's answer is the row that a read with its consistency token finds at once")
    void one_reads_ones_own_writes() {
        for (int i = 0; i < 20; i++) {
            ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
            body.put("owner", "rosa").put("title", "Read at once " + i).remove("id");
            Response answer = Story.take(Story.by("ines"), "/api/v1/risks", body);
            JsonNode told = Story.json(answer);
            Response read = Story.with(Tokens.of("acme", "vera", "viewer"))
                    .get("/api/v1/risks/" + told.path("id").asText());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(Story.json(read)).isEqualTo(told);
            assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
        }
    }

    @Test
    @DisplayName(
            "ALL-6: the history tells every decision in plain words, with actor and time; imported history is marked")
    void the_history_is_told_in_plain_words() {
        String risk = Story.risk("Lost notebook");
        JsonNode history =
                Story.get("ada", "/api/v1/risks/" + risk + "/history").path("items");
        assertThat(history).hasSize(3);
        assertThat(history.findValuesAsText("what").get(0)).startsWith("Registered as the threat \"Lost notebook");
        assertThat(history.findValuesAsText("what").get(1))
                .contains("current level", "version 1", "acceptance criteria");
        assertThat(history.findValuesAsText("what").get(2)).startsWith("Retired: Personnel files");
        history.forEach(entry -> {
            assertThat(entry.path("actor").asText()).isEqualTo("ines");
            assertThat(entry.path("imported").asBoolean()).isTrue();
            assertThat(Instant.parse(entry.path("at").asText()))
                    .isBefore(Instant.parse(entry.path("recordedAt").asText()));
            assertThat(entry.path("clauses")).isNotEmpty();
        });
        String key = Story.get("ada", "/api/v1/risks/" + risk).path("key").asText();
        assertThat(Story.get("ada", "/api/v1/risks/" + key + "/history").path("items"))
                .isEqualTo(history);
        assertThat(Story.get("ada", "/api/v1/risks/" + risk + "/history?after=2")
                        .path("items"))
                .hasSize(1);
        assertThat(Story.get("ada", "/api/v1/risks/" + risk + "/history?timeline=stated&asOf=" + Story.daysAgo(60))
                        .path("items"))
                .hasSize(2);
        assertThat(Story.by("ada")
                        .get("/api/v1/risks/" + risk + "/history?asOf=" + Story.daysAgo(60))
                        .statusCode())
                .as("nothing had been recorded then")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("RSK-1, RSK-3: the inventory shows methodologies with their versions, and their history")
    void the_inventory_shows_methodologies() {
        String id = Story.ACME.at("/methodologies/1/body/id").asText();
        JsonNode methodology = Story.get("ada", "/api/v1/methodologies/" + id);
        assertThat(methodology.path("status").asText()).isEqualTo("in-use");
        JsonNode version = Story.get("ada", "/api/v1/methodologies/" + id + "/versions/1");
        assertThat(version).isEqualTo(methodology.path("versions").get(0));
        assertThat(version.path("approvedBy").asText()).isEqualTo("tom");
        assertThat(version.at("/content/criteria/dimensions").findValuesAsText("key"))
                .contains("safety", "availability");
        assertThat(Story.by("ada")
                        .get("/api/v1/methodologies/" + id + "/versions/2")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Story.get("ada", "/api/v1/methodologies/" + id + "/history")
                        .path("items")
                        .findValuesAsText("fact"))
                .containsExactly(
                        "methodology-defined",
                        "methodology-submitted",
                        "methodology-approved",
                        "methodology-put-in-use");
        assertThat(Story.get("ada", "/api/v1/methodologies?kind=qualitative").path("items"))
                .hasSize(1);
        assertThat(Story.get("ada", "/api/v1/risk-contexts?status=defined&sort=title")
                        .path("items")
                        .size())
                .isGreaterThanOrEqualTo(4);
        assertThat(Story.get("ada", "/api/v1/risk-contexts/" + Story.context(0) + "/history")
                        .path("items")
                        .findValuesAsText("what"))
                .first()
                .asString()
                .isEqualTo("Defined as \"Corporate IT\"");
        assertThat(Story.by("ada")
                        .accept("text/csv")
                        .get("/api/v1/risk-contexts")
                        .asString())
                .contains("Corporate IT");
    }
}
