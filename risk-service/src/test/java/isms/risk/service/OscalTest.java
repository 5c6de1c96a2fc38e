package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.testing.IsmsInfrastructure;
import isms.risk.riskregister.PublishedSchema;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-18: the register in OSCAL")
class OscalTest {

    private static final String OSCAL = "application/oscal+json";
    private static final String RISKS = "/api/v1/risks";
    private static final String PLANS = "/api/v1/treatment-plans";

    @BeforeEach
    void told() {
        Story.told();
    }

    private static Response asked(String tenant, String query) {
        return Story.by(tenant, "ada").accept(OSCAL).get(RISKS + query);
    }

    private static JsonNode poam(String query) throws IOException {
        Response response = asked("acme", query);
        String document = response.asString();
        assertThat(response.statusCode()).as(document).isEqualTo(200);
        assertThat(response.contentType()).startsWith(OSCAL);
        assertThat(PublishedSchema.faults(document)).isEmpty();
        return Story.JSON.readTree(document).path("plan-of-action-and-milestones");
    }

    private static String property(JsonNode of, String name) {
        return of.path("props")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> keys(JsonNode poam) {
        return poam.path("risks")
                .valueStream()
                .map(risk -> property(risk, "key"))
                .toList();
    }

    @Test
    @DisplayName("RSK-18: it says the same of every risk as the register does, in the same order, and is valid")
    void it_says_the_same_as_the_register() throws IOException {
        JsonNode poam = poam("?sort=-priority");
        JsonNode register = Story.get("ada", RISKS + "?sort=-priority&kind=threat&limit=500")
                .path("items");
        assertThat(keys(poam)).isEqualTo(register.findValuesAsText("key"));
        for (int i = 0; i < register.size(); i++) {
            JsonNode listed = register.get(i);
            JsonNode risk = poam.path("risks").get(i);
            assertThat(property(risk, "owner")).isEqualTo(listed.path("owner").asText());
            assertThat(property(risk, "reassess-by"))
                    .isEqualTo(listed.path("reassessBy").asText(""));
            Map<String, Map<String, String>> ratings = new HashMap<>();
            risk.path("characterizations").forEach(rating -> {
                Map<String, String> facets = new HashMap<>();
                rating.path("facets")
                        .forEach(facet -> facets.put(
                                facet.path("name").asText(), facet.path("value").asText()));
                ratings.put(property(rating, "rating"), facets);
            });
            for (String rating : List.of("inherent", "current", "target", "residual")) {
                Map<String, String> facets = ratings.getOrDefault(rating, Map.of());
                assertThat(facets.getOrDefault("band", ""))
                        .isEqualTo(listed.path(rating + "Band").asText(""));
                assertThat(facets.getOrDefault("level", ""))
                        .isEqualTo(
                                listed.hasNonNull(rating + "Level")
                                        ? listed.path(rating + "Level")
                                                .decimalValue()
                                                .toPlainString()
                                        : "");
                assertThat(facets.getOrDefault("likelihood", ""))
                        .isEqualTo(listed.path(rating + "Likelihood").asText(""));
                assertThat(facets.getOrDefault("impact", ""))
                        .isEqualTo(listed.path(rating + "Impact").asText(""));
            }
        }
        assertThat(poam.path("system-id").path("id").asText()).isEqualTo("acme");
        assertThat(property(poam.path("metadata"), "opportunities-left-out")).isNotEmpty();
        assertThat(asked("acme", "?sort=-priority").header("Content-Disposition"))
                .matches("attachment; filename=\"risk-register-\\d{4}-\\d{2}-\\d{2}\\.oscal\\.json\"");
    }

    @Test
    @DisplayName("RSK-12, RSK-18, ALL-5: a treatment plan is in it with its due dates, and as of before it is not")
    void a_plan_is_in_it() throws IOException {
        String title = "Wiederanlauf dauert \u00fcber \u201eGeb\u00fchr\u201c zu lange";
        String risk = Story.newRisk(Story.context(0), title);
        Story.take(
                Story.by("ines"),
                RISKS + "/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        String id = UUID.randomUUID().toString();
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        ObjectNode plan = Story.JSON
                .createObjectNode()
                .put("id", id)
                .put("risk", risk)
                .put("title", "Restore within a day")
                .put("option", "modify");
        plan.putArray("controls").addObject().put("reference", "A.8.13");
        ObjectNode action = plan.putArray("actions").addObject();
        action.put("title", "Buy disks")
                .put("owner", "otto")
                .put("targetDate", due.toString())
                .put("successCriterion", "The order database is back within a day")
                .put("resources", "Two people");
        action.putArray("controls").add("A.8.13");
        plan.set("residual", Story.find(Story.ACME, "Backups").at("/assessments/0/body/current"));
        Instant before = Instant.now();
        Story.take(Story.by("ines"), PLANS, plan);
        Story.take(Story.by("ines"), PLANS + "/" + id + "/submissions", null);
        String etag = Story.by("rosa").get(PLANS + "/" + id).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), PLANS + "/" + id + "/approvals", null);

        JsonNode now = poam("?q=Wiederanlauf").path("risks");
        assertThat(now).hasSize(1);
        JsonNode written = now.get(0);
        assertThat(written.path("title").asText()).isEqualTo(title);
        assertThat(written.path("status").asText()).isEqualTo("remediating");
        assertThat(written.path("deadline").asText()).startsWith(due.toString());
        JsonNode shown = Story.get("ada", PLANS + "/" + id);
        JsonNode remediation = written.at("/remediations/0");
        assertThat(property(remediation, "key")).isEqualTo(shown.path("key").asText());
        assertThat(remediation.at("/tasks/0/timing/on-date/date").asText())
                .startsWith(shown.at("/actions/0/targetDate").asText());

        JsonNode then = poam("?q=Wiederanlauf&asOf=" + before);
        assertThat(then.at("/risks/0/status").asText()).isEqualTo("open");
        assertThat(then.at("/risks/0").has("remediations")).isFalse();
        assertThat(property(then.path("metadata"), "as-of")).isEqualTo(before.toString());
        assertThat(asked("acme", "?q=Wiederanlauf&asOf=" + before).header("Content-Disposition"))
                .contains("as-of");
        assertThat(asked("acme", "?q=Wiederanlauf&asOf=" + before).asString())
                .as("asked again")
                .isEqualTo(asked("acme", "?q=Wiederanlauf&asOf=" + before).asString());
    }

    @Test
    @DisplayName("RSK-18: filters apply as to the list; an opportunity, and nothing at all, cannot be had in OSCAL")
    void filters_apply() throws IOException {
        assertThat(keys(poam("?owner=otto&aboveCriteria=true")))
                .isNotEmpty()
                .isEqualTo(Story.get("ada", RISKS + "?owner=otto&aboveCriteria=true&kind=threat&limit=500")
                        .path("items")
                        .findValuesAsText("key"));
        for (String none : List.of("?kind=opportunity", "?owner=nobody")) {
            Response refused = asked("acme", none);
            assertThat(refused.statusCode()).as(none).isEqualTo(406);
            assertThat(Story.json(refused).path("remedy").asText()).contains("Widen the filter");
        }
        assertThat(asked("acme", "?fields=key").statusCode()).isEqualTo(400);
        assertThat(asked("acme", "?invented=1").statusCode()).isEqualTo(400);
        assertThat(Story.by("tina").accept(OSCAL).get(RISKS).statusCode())
                .as("tenant administrators do not read risks")
                .isEqualTo(403);
        assertThat(Story.by("ada").accept("application/oscal+xml").get(RISKS).statusCode())
                .isEqualTo(406);
        assertThat(Story.by("ada")
                        .accept(OSCAL + ";q=0.5, application/json")
                        .get(RISKS)
                        .contentType())
                .startsWith("application/json");
    }

    @Test
    @DisplayName("ALL-4, RSK-18: of another organization there is nothing in it")
    void another_organization_sees_nothing_of_it() {
        String title = "Known to acme alone";
        Story.newRisk(Story.context(0), title);
        Response other = asked("globex", "");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.asString()).doesNotContain(title).doesNotContain("acme");
        assertThat(asked("globex", "?q=Known to acme alone").statusCode()).isEqualTo(406);
    }
}
