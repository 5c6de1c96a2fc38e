package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.testing.IsmsInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-18: register, treatment plans and heat map as documents")
class DocumentsTest {

    private static final String PDF = "application/pdf";
    private static final String PLANS = "/api/v1/treatment-plans";

    @BeforeEach
    void told() {
        Story.told();
    }

    /** The text of the document, with single spaces: where lines break is the printer's affair. */
    private static String read(String name, Response response) throws IOException {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(PDF);
        byte[] bytes = response.asByteArray();
        Path looked = Path.of("target", "documents", name + ".pdf");
        Files.createDirectories(looked.getParent());
        Files.write(looked, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Page 1 of " + pdf.getNumberOfPages());
            return text.replaceAll("\\s+", " ");
        }
    }

    private static String read(String name, String person, String path) throws IOException {
        return read(name, Story.by(person).accept(PDF).get(path));
    }

    @Test
    @DisplayName(
            "RSK-18, RSK-3: the register names its criteria, selection and moment, and holds every risk of the selection")
    void the_register() throws IOException {
        String odd = "\u00dcbergreifende St\u00f6rung \u4f9b\u5e94\u5546\u4e2d\u65ad <b>x</b>";
        String risk = Story.newRisk(Story.context(0), odd);
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        JsonNode all = Story.get("vera", "/api/v1/risks?limit=500&sort=-priority");
        Response response = Story.by("ada").accept(PDF).get("/api/v1/risks?sort=-priority");
        assertThat(response.header("Content-Disposition"))
                .matches("attachment; filename=\"risk-register-\\d{4}-\\d{2}-\\d{2}\\.pdf\"");
        String text = read("risk-register", response);
        assertThat(text)
                .contains("Risk register")
                .contains("Organization acme")
                .contains("Made by ada")
                .contains("Order priority (downwards)")
                .contains("Number of rows " + all.path("items").size())
                .contains("Criteria used")
                .contains("Acceptable without treatment up to")
                .contains("Never acceptable")
                .contains("methodology versions");
        String joined = text.replace(" ", "");
        all.path("items")
                .forEach(each -> assertThat(joined)
                        .contains(each.path("key").asText())
                        .contains(each.path("title").asText().replaceAll("\\s", "")));
        for (JsonNode methodology : Story.ACME.path("methodologies")) {
            assertThat(text).contains(methodology.at("/body/title").asText());
        }
        assertThat(text).doesNotContain("globex");

        JsonNode context = Story.get("vera", "/api/v1/risk-contexts/" + Story.context(0));
        String narrowed =
                read("risk-register-narrowed", "ada", "/api/v1/risks?aboveCriteria=true&context=" + Story.context(0));
        assertThat(narrowed)
                .contains("above criteria: true")
                .contains("context: " + context.path("key").asText() + " "
                        + context.path("title").asText());
    }

    @Test
    @DisplayName("RSK-18, ALL-5: the register as of a past moment holds what was there then, and says so")
    void the_register_of_a_past_moment() throws IOException {
        String before = "Registered before the moment";
        Story.newRisk(Story.context(0), before);
        Instant moment = Instant.now();
        String after = "Registered after the moment";
        Story.newRisk(Story.context(0), after);
        String text = read("risk-register-past", "ada", "/api/v1/risks?q=registered moment&asOf=" + moment);
        assertThat(text)
                .contains(before)
                .doesNotContain(after)
                .contains("(by when things were recorded)")
                .contains("Number of rows 1 ");
    }

    @Test
    @DisplayName(
            "RSK-12, RSK-18, ALL-6: one treatment plan with risk, actions, approval and history; in the list with all others")
    void a_treatment_plan() throws IOException {
        String risk = Story.newRisk(Story.context(0), "Restoring takes too long");
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        String id = UUID.randomUUID().toString();
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        ObjectNode plan = Story.JSON
                .createObjectNode()
                .put("id", id)
                .put("risk", risk)
                .put("title", "Restore within a day \u2013 \u6062\u590d")
                .put("option", "modify");
        plan.putArray("controls").addObject().put("reference", "A.8.13").put("source", "ISO/IEC 27001:2022 Annex A");
        ObjectNode action = plan.putArray("actions").addObject();
        action.put("title", "Buy disks for the restore")
                .put("owner", "otto")
                .put("targetDate", due.toString())
                .put("successCriterion", "The order database is back within a day")
                .put("resources", "Two people, 12 000 euro");
        action.putArray("controls").add("A.8.13");
        plan.set("residual", Story.find(Story.ACME, "Backups").at("/assessments/0/body/current"));
        Story.take(Story.by("ines"), PLANS, plan);
        Story.take(Story.by("ines"), PLANS + "/" + id + "/submissions", null);
        String etag = Story.by("rosa").get(PLANS + "/" + id).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), PLANS + "/" + id + "/approvals", null);
        Story.take(
                Story.by("otto"),
                PLANS + "/" + id + "/actions/1/progress-reports",
                Story.JSON.createObjectNode().put("percent", 30).put("remark", "Ordered"));

        String key = Story.get("vera", PLANS + "/" + id).path("key").asText();
        Response response = Story.by("ada").accept(PDF).get(PLANS + "/" + key);
        assertThat(response.header("Content-Disposition"))
                .contains("treatment-plan-" + key.toLowerCase(java.util.Locale.ROOT) + "-");
        String text = read("treatment-plan", response);
        assertThat(text)
                .contains("Risk treatment plan " + key)
                .contains("Restore within a day \u2013 \u6062\u590d")
                .contains("Restoring takes too long")
                .contains("A.8.13")
                .contains("Buy disks for the restore")
                .contains("otto")
                .contains(due.toString())
                .contains("The order database is back within a day")
                .contains("in-progress, 30 %")
                .contains("Ordered")
                .contains("Approved by the risk owner")
                .contains("by rosa")
                .contains("Drafted for the risk RISK-")
                .contains("Submitted to the risk owner")
                .contains("Action 1 reported at 30 percent: Ordered");

        String list = read("treatment-plans", "ada", PLANS + "?risk=" + risk);
        assertThat(list)
                .contains(key)
                .contains("Restoring takes too long")
                .contains("Buy disks for the restore")
                .contains("risk: RISK-")
                .contains("Number of rows 1 ");

        assertThat(Story.by("globex", "ada").accept(PDF).get(PLANS + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(Story.by("ada").accept(PDF).get(PLANS + "/PLAN-999999").statusCode())
                .isEqualTo(404);
        assertThat(Story.by("vera").accept("*/*").get(PLANS + "/" + id).contentType())
                .startsWith("application/json");
    }

    @Test
    @DisplayName(
            "RSK-15, RSK-18: the heat map with its grids, the risks of each cell and the criteria; each version by itself")
    void the_heat_map() throws IOException {
        JsonNode map = Story.get("vera", "/api/v1/heat-map");
        assertThat(map.path("grids").size()).isGreaterThan(1);
        String text = read("heat-map", "ada", "/api/v1/heat-map");
        assertThat(text)
                .contains("Risk heat map")
                .contains("Number of risks " + map.path("total").asLong())
                .contains("methodology versions")
                .contains("Contexts compared through bands");
        map.path("grids").forEach(grid -> {
            assertThat(text).contains(grid.at("/grid/title").asText());
            grid.path("cells").forEach(cell -> {
                if (cell.path("count").asInt() > 0) {
                    JsonNode there = Story.get("vera", cell.path("risks").asText() + "&limit=500");
                    there.path("items")
                            .forEach(risk ->
                                    assertThat(text).contains(risk.path("key").asText()));
                }
            });
        });
        String one = read("heat-map-one", "ada", "/api/v1/heat-map?rating=inherent&context=" + Story.context(0));
        assertThat(one)
                .contains("Inherent risk, overall impact")
                .contains("context " + Story.ACME.at("/contexts/0/body/title").asText());
        assertThat(Story.by("ada")
                        .accept(PDF)
                        .get("/api/v1/heat-map?rating=invented")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Story.by("ada")
                        .accept("image/svg+xml")
                        .get("/api/v1/heat-map")
                        .contentType())
                .startsWith("image/svg+xml");
    }
}
