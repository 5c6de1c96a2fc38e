package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.IsmsInfrastructure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-17: libraries over HTTP")
class LibraryTest {

    private static final String LIBRARIES = "/api/v1/risk-libraries";
    private static final String ENTRIES = "/api/v1/risk-library-entries";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-17: starting sets are read, searched in two languages and narrowed")
    void starting_sets_are_searched() {
        assertThat(Story.get("vera", LIBRARIES).path("items").findValuesAsText("id"))
                .containsExactly("manufacturer", "software-company", "hospital", "municipality");
        JsonNode hospital = Story.get("vera", LIBRARIES + "/hospital");
        assertThat(hospital.at("/titles/de").asText()).isEqualTo("Krankenhaus");
        String scenarios = LIBRARIES + "/hospital/scenarios";
        assertThat(Story.get("vera", scenarios).path("items"))
                .hasSize(hospital.path("scenarios").asInt());
        assertThat(Story.get("vera", scenarios + "?q=infusionspumpe")
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly("HOS-03");
        JsonNode safety =
                Story.get("vera", scenarios + "?affects=safety&control=A.8.22").path("items");
        assertThat(safety).isNotEmpty().allSatisfy(scenario -> {
            assertThat(scenario.at("/scenario/affects").toString()).contains("safety");
            assertThat(scenario.at("/scenario/controls").toString()).contains("A.8.22");
        });
        assertThat(Story.get("vera", LIBRARIES + "/hospital/threats?q=neugierige")
                        .path("items"))
                .hasSize(1);
        assertThat(Story.get("vera", LIBRARIES + "/hospital/vulnerabilities?q=backups")
                        .path("items"))
                .isNotEmpty();
        assertThat(Story.by("vera").get(LIBRARIES + "/bank/scenarios").statusCode())
                .isEqualTo(404);
        assertThat(Story.by("vera").get(scenarios + "?colour=red").statusCode()).isEqualTo(400);
        assertThat(Story.by("vera")
                        .get(scenarios + "?asOf=2026-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Story.by("tina").get(LIBRARIES).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("RSK-17: a risk is registered from a scenario with no more than context and owner, and remembers it")
    void a_risk_is_registered_from_a_scenario() {
        JsonNode risk = Story.json(Story.take(
                Story.by("ines"),
                "/api/v1/risks",
                Story.JSON
                        .createObjectNode()
                        .put("context", Story.context(0))
                        .put("owner", "rosa")
                        .put("fromScenario", "mfg-07")));
        assertThat(risk.path("title").asText()).isEqualTo("Money goes to a changed bank account");
        assertThat(risk.path("fromScenario").asText()).isEqualTo("MFG-07");
        assertThat(risk.at("/scenario/vulnerability").asText())
                .isEqualTo("Payments and account changes rest on one mail");
        assertThat(risk.path("controls").toString()).contains("A.5.3");
        String path = "/api/v1/risks/" + risk.path("id").asText();
        assertThat(Story.get("vera", path)).isEqualTo(risk);
        assertThat(Story.get("vera", "/api/v1/risks?fromScenario=MFG-07")
                        .path("items")
                        .findValuesAsText("id"))
                .contains(risk.path("id").asText());
        assertThat(Story.get("ada", path + "/history").path("items").findValuesAsText("what"))
                .contains("Drawn up from the scenario MFG-07, \"Money goes to a changed bank account\"");

        assertThat(refused(404, Story.by("ines"), "/api/v1/risks", fromScenario("MFG-99"))
                        .path("detail")
                        .asText())
                .contains("MFG-99");
    }

    @Test
    @DisplayName("RSK-17: an own scenario is drafted, put in use by the ISMS manager, started from, and retired")
    void an_own_scenario() {
        ObjectNode words = Story.JSON
                .createObjectNode()
                .put("source", "Martens")
                .put("event", "Bite through the cables of the mast")
                .put("vulnerability", "Cables lie open")
                .put("consequence", "No radio in the yard")
                .put("category", "Animals");
        words.putArray("affects").add("availability");
        words.putArray("assets").add("Radio mast");
        ObjectNode body = Story.JSON.createObjectNode().put("kind", "scenario").put("title", "Martens stop the radio");
        JsonNode draft = Story.json(Story.take(Story.by("rosa"), ENTRIES, body));
        String path = ENTRIES + "/" + draft.path("id").asText();
        assertThat(draft.path("key").asText()).matches("LIB-[0-9]+");
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(refused(422, Story.by("ines"), path + "/releases", null)
                        .path("rule")
                        .asText())
                .isEqualTo("RSK-17");
        assertThat(Story.by("rosa").post(path + "/releases").statusCode()).isEqualTo(403);
        Response revised = Story.by("rosa")
                .contentType("application/merge-patch+json")
                .body(Story.JSON.createObjectNode().set("scenario", words).toString())
                .patch(path);
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        String key = draft.path("key").asText();
        assertThat(refused(409, Story.by("ines"), "/api/v1/risks", fromScenario(key))
                        .path("rule")
                        .asText())
                .isEqualTo("RSK-17");
        assertThat(Story.by("ines")
                        .header("If-Match", "\"1\"")
                        .post(path + "/releases")
                        .statusCode())
                .isEqualTo(412);
        Story.take(Story.by("ines").header("If-Match", "\"2\""), path + "/releases", null);
        Instant then = Instant.now();
        JsonNode risk = Story.json(Story.take(Story.by("ines"), "/api/v1/risks", fromScenario(key)));
        assertThat(risk.path("title").asText()).isEqualTo("Martens stop the radio");
        assertThat(risk.path("fromScenario").asText())
                .isEqualTo(draft.path("id").asText());

        Story.take(
                Story.by("ines"),
                path + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Fenced"));
        refused(409, Story.by("ines"), "/api/v1/risks", fromScenario(key));
        assertThat(Story.get("vera", path).path("status").asText()).isEqualTo("retired");
        assertThat(Story.get("vera", path + "?asOf=" + then).path("status").asText())
                .isEqualTo("in-use");
        assertThat(Story.get("ada", path + "/history").path("items").findValuesAsText("fact"))
                .containsExactly(
                        "library-entry-drafted",
                        "library-entry-revised",
                        "library-entry-put-in-use",
                        "library-entry-retired");
        assertThat(Story.by("globex", "ines").get(path).statusCode())
                .as("ALL-4")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("RSK-17: a starting set is adopted whole or in parts, once; what is adopted is listed and exported")
    void a_starting_set_is_adopted() {
        ObjectNode some = Story.JSON.createObjectNode();
        some.putArray("entries").add("MUN-07").add("T-29");
        JsonNode first = Story.json(Story.take(Story.by("ines"), LIBRARIES + "/municipality/adoptions", some));
        assertThat(first.path("adopted").asInt()).isEqualTo(2);
        Response whole = Story.take(
                Story.by("ines").header("Idempotency-Key", "adopt-municipality"),
                LIBRARIES + "/municipality/adoptions",
                Story.JSON.createObjectNode());
        JsonNode library = Story.get("vera", LIBRARIES + "/municipality");
        int all = library.path("threats").asInt()
                + library.path("vulnerabilities").asInt()
                + library.path("scenarios").asInt();
        assertThat(Story.json(whole).path("present").asInt()).isEqualTo(2);
        assertThat(Story.json(whole).path("adopted").asInt()).isEqualTo(all - 2);
        assertThat(Story.json(Story.take(
                                Story.by("ines"), LIBRARIES + "/municipality/adoptions", Story.JSON.createObjectNode()))
                        .path("adopted")
                        .asInt())
                .as("a second time")
                .isZero();
        ObjectNode unknown = Story.JSON.createObjectNode();
        unknown.putArray("entries").add("MUN-01").add("HOS-01");
        JsonNode problem = refused(422, Story.by("ines"), LIBRARIES + "/municipality/adoptions", unknown);
        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/entries/1");
        assertThat(Story.by("rosa")
                        .contentType("application/json")
                        .body("{}")
                        .post(LIBRARIES + "/municipality/adoptions")
                        .statusCode())
                .isEqualTo(403);

        String listed = ENTRIES + "?kind=scenario&status=in-use&affects=safety&origin=MUN-07&control=A.8.22";
        assertThat(Story.get("vera", listed).path("items").findValuesAsText("title"))
                .containsExactly("The waterworks are controlled by somebody else");
        assertThat(Story.get("vera", ENTRIES + "?q=waterworks&sort=-title&count=true")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        Response csv = Story.by("vera").accept("text/csv").get(listed);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString()).contains("origin").contains("MUN-07");
        assertThat(Story.by("vera").accept(XLSX).get(listed).contentType()).startsWith(XLSX);
    }

    private static ObjectNode fromScenario(String scenario) {
        return Story.JSON
                .createObjectNode()
                .put("context", Story.context(0))
                .put("owner", "rosa")
                .put("fromScenario", scenario);
    }

    private static JsonNode refused(int status, RequestSpecification request, String path, @Nullable ObjectNode body) {
        if (body != null) {
            request.contentType("application/json").body(body.toString());
        }
        Response response = request.post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return Story.json(response);
    }
}
