package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.testing.IsmsInfrastructure;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-6: opportunities over HTTP (6.1.1)")
class OpportunitiesTest {

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-6: an opportunity is rated by what is gained, decided on, and found by its decision")
    void an_opportunity_is_decided_on() {
        String id = UUID.randomUUID().toString();
        String path = "/api/v1/risks/" + id;
        ObjectNode body = Story.find(Story.ACME, "Signed condition").get("body").deepCopy();
        body.put("id", id).put("owner", "rosa").put("title", "Certified suppliers are preferred");
        Story.take(Story.by("ines"), "/api/v1/risks", body);
        ObjectNode assessment = Story.JSON.createObjectNode();
        ObjectNode current = assessment.putObject("current");
        current.putObject("likelihood").put("value", 5).put("rationale", "Three tenders ask for it");
        current.putObject("impact").putObject("financial").put("value", 5).put("rationale", "Two tenders a year");
        JsonNode rated = Story.json(Story.take(Story.by("rosa"), path + "/assessments", assessment));
        assertThat(rated.path("currentImpact").asInt()).isEqualTo(5);
        assertThat(rated.hasNonNull("aboveCriteria")).isFalse();
        assertThat(rated.hasNonNull("priority")).isFalse();

        Response unreasoned = Story.by("rosa")
                .contentType("application/json")
                .body("{\"decision\":\"pursue\",\"evaluation\":\"Much\",\"reason\":\" \"}")
                .post(path + "/opportunity-decisions");
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        JsonNode decided = Story.json(Story.take(
                Story.by("rosa"),
                path + "/opportunity-decisions",
                Story.JSON
                        .createObjectNode()
                        .put("decision", "pursue")
                        .put("evaluation", "Two tenders a year for the price of an audit")
                        .put("reason", "The price is known")));
        assertThat(decided.path("opportunityDecision").asText()).isEqualTo("pursue");
        assertThat(decided.path("opportunityDecidedBy").asText()).isEqualTo("rosa");
        assertThat(Story.get("vera", "/api/v1/risks?kind=opportunity&opportunityDecision=pursue")
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(id);
        assertThat(Story.get("ada", path + "/history").path("items").findValuesAsText("what"))
                .last()
                .isEqualTo("Opportunity to be pursued: Two tenders a year for the price of an audit."
                        + " Why: The price is known");

        assertThat(Story.get("vera", "/api/v1/risks?aboveCriteria=true&limit=500")
                        .path("items")
                        .findValuesAsText("kind"))
                .doesNotContain("opportunity");
        assertThat(Story.get("vera", "/api/v1/risks?aboveCriteria=false&limit=500")
                        .path("items")
                        .findValuesAsText("kind"))
                .as("neither above nor within")
                .doesNotContain("opportunity");
        JsonNode ranked = Story.get("vera", "/api/v1/risks?sort=-priority&status=assessed&limit=500")
                .path("items");
        assertThat(ranked.findValuesAsText("kind").subList(0, 30)).containsOnly("threat");
    }

    @Test
    @DisplayName("RSK-15: gains and losses share no heat map: opportunities are on it when asked for")
    void opportunities_are_on_no_map_of_risks() {
        long threats = Story.get("vera", "/api/v1/heat-map").path("total").asLong();
        assertThat(Story.get("vera", "/api/v1/heat-map?kind=threat")
                        .path("total")
                        .asLong())
                .isEqualTo(threats);
        JsonNode gains = Story.get("vera", "/api/v1/heat-map?kind=opportunity");
        assertThat(gains.path("total").asLong())
                .isPositive()
                .isEqualTo(Story.get("vera", "/api/v1/risks?kind=opportunity&status=assessed&count=true")
                        .path("total")
                        .asLong());
    }

    @Test
    @DisplayName("RSK-6, RSK-11: a threat is not pursued, an opportunity not avoided")
    void each_has_its_own_decisions() {
        String threat = Story.newRisk(Story.context(0), "Nobody pursues this");
        Response pursued = Story.by("rosa")
                .contentType("application/json")
                .body("{\"decision\":\"not-pursue\",\"evaluation\":\"Costly\",\"reason\":\"No\"}")
                .post("/api/v1/risks/" + threat + "/opportunity-decisions");
        assertThat(pursued.statusCode()).as(pursued.asString()).isEqualTo(409);
        assertThat(Story.json(pursued).path("rule").asText()).isEqualTo("RSK-6");
        ObjectNode plan = Story.JSON
                .createObjectNode()
                .put("risk", Story.risk("Signed condition"))
                .put("title", "Stop it")
                .put("option", "avoid")
                .put("stops", "Signing");
        Response avoided = Story.by("ines")
                .contentType("application/json")
                .body(plan.toString())
                .post("/api/v1/treatment-plans");
        assertThat(avoided.statusCode()).as(avoided.asString()).isEqualTo(422);
        assertThat(Story.json(avoided).path("rule").asText()).isEqualTo("RSK-11");
        assertThat(Story.json(avoided).at("/violations/0/pointer").asText()).isEqualTo("/option");
    }
}
