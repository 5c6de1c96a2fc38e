package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-16: risks simulated over HTTP")
class RiskSimulationTest {

    private static final String WHAT_IF = """
            {"years": 50000, "seed": 16, "confidenceLevels": [0.95], "risks": [
              {"key": "RISK-1",
               "frequency": {"minimum": 0.1, "mostLikely": 0.5, "maximum": 2},
               "loss": {"amount": {"amount": "10000", "currency": "EUR"}},
               "treatment": {"frequency": {"perYear": 0.1}, "yearlyCost": {"amount": "2500", "currency": "EUR"}}},
              {"title": "A laptop is lost",
               "frequency": {"perYear": 4},
               "loss": {"lower": {"percentile": 5, "amount": {"amount": "800", "currency": "EUR"}},
                        "upper": {"percentile": 95, "amount": {"amount": "4000", "currency": "EUR"}}}}]}
            """;

    @Inject
    EventLog log;

    @Test
    @DisplayName("RSK-16: it answers with losses, tails, the curve and the return, and records nothing")
    void it_answers_with_numbers() {
        long head = log.head();
        Response response = posted("rosa", WHAT_IF);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.header("ETag")).isNull();
        JsonNode simulation = Story.json(response);
        JsonNode first = simulation.path("risks").get(0);
        assertThat(first.path("key").asText()).isEqualTo("RISK-1");
        // PERT: (0.1 + 4 x 0.5 + 2) / 6 events of 10 000 euro; 0.1 events with the treatment
        JsonNode outlook = first.path("outlook");
        double error = amount(outlook.at("/before/standardError"));
        assertThat(error).isBetween(20.0, 60.0);
        assertThat(amount(outlook.at("/before/expectedAnnualLoss"))).isCloseTo(6_833.33, within(5 * error));
        assertThat(amount(outlook.at("/after/expectedAnnualLoss")))
                .isCloseTo(1_000, within(5 * amount(outlook.at("/after/standardError"))));
        assertThat(outlook.at("/before/atRisk/0/confidence").asText()).isEqualTo("0.95");
        assertThat(amount(outlook.at("/before/atRisk/0/tailValueAtRisk")))
                .isGreaterThanOrEqualTo(amount(outlook.at("/before/atRisk/0/valueAtRisk")));
        assertThat(outlook.at("/before/exceedance")).isNotEmpty();
        assertThat(outlook.at("/before/expectedAnnualLoss/currency").asText()).isEqualTo("EUR");
        assertThat(outlook.at("/investment/rosi").asDouble())
                .isCloseTo((5_833.33 - 2_500) / 2_500, within(10 * error / 2_500));
        assertThat(outlook.at("/investment/interval/from").asDouble())
                .isLessThan(outlook.at("/investment/interval/to").asDouble());
        assertThat(simulation.at("/risks/1/outlook/after").isMissingNode()).isTrue();
        assertThat(simulation.at("/portfolio/after/expectedAnnualLoss/amount").asText())
                .isNotEqualTo(simulation
                        .at("/portfolio/before/expectedAnnualLoss/amount")
                        .asText());
        assertThat(log.head()).as("the log").isEqualTo(head);
    }

    @Test
    @DisplayName("RSK-16: the same seed gives the same bytes; a seed that was drawn is told and repeats its answer")
    void a_seed_repeats_its_answer() {
        assertThat(posted("ines", WHAT_IF).asByteArray())
                .isEqualTo(posted("ada", WHAT_IF).asByteArray());
        String unseeded = WHAT_IF.replace("\"seed\": 16, ", "");
        byte[] drawn = posted("ines", unseeded).asByteArray();
        assertThat(posted("ines", unseeded).asByteArray())
                .as("another is drawn")
                .isNotEqualTo(drawn);
        String seed = Story.json(posted("ines", WHAT_IF)).path("seed").asText();
        assertThat(seed).isEqualTo("16");
        String told = new String(drawn, StandardCharsets.UTF_8).replaceFirst("(?s).*\"seed\":(\\d+).*", "$1");
        assertThat(posted("ines", WHAT_IF.replace("\"seed\": 16", "\"seed\": " + told))
                        .asByteArray())
                .isEqualTo(drawn);
    }

    @Test
    @DisplayName("RSK-16: as a picture it is the loss exceedance curve")
    void it_can_be_seen() throws Exception {
        Response response = Story.by("vera")
                .accept("image/svg+xml")
                .contentType("application/json")
                .body(WHAT_IF)
                .post("/api/v1/risk-simulations");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("image/svg+xml");
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(response.asString())));
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .contains("Loss exceedance curve, 2 risks together");
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .contains("After treatment: EUR ");
    }

    @Test
    @DisplayName("RSK-16: a refusal names the rule, the place and what to do")
    void a_refusal_tells_what_to_do() {
        Response response = posted("rosa", WHAT_IF.replace("\"minimum\": 0.1", "\"minimum\": 0.7"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonNode problem = Story.json(response);
        assertThat(problem.path("rule").asText()).isEqualTo("RSK-16");
        assertThat(problem.path("clause").asText()).isEqualTo("6.1.2 d");
        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/risks/0/frequency/minimum");
        assertThat(problem.at("/violations/0/detail").asText()).contains("0.7 is above the most likely value 0.5");
        assertThat(problem.path("remedy").asText()).isNotBlank();
        assertThat(Story.json(posted("rosa", WHAT_IF.replace("50000", "5000000")))
                        .at("/violations/0/pointer")
                        .asText())
                .isEqualTo("/years");
    }

    @Test
    @DisplayName("RSK-16: only with a role that reads risks")
    void only_who_reads_risks() {
        assertThat(posted("tina", WHAT_IF).statusCode()).isEqualTo(403);
        for (String role : List.of("top-management", "control-owner", "contributor")) {
            assertThat(Story.with(Tokens.of("acme", "somebody", role))
                            .contentType("application/json")
                            .body(WHAT_IF)
                            .post("/api/v1/risk-simulations")
                            .statusCode())
                    .as(role)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("RSK-16: several at once get their turn, and the same answer")
    void several_at_once_get_their_turn() {
        String alone = posted("ines", WHAT_IF).asString();
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> posted("ines", WHAT_IF).asString()))
                .hasSize(8)
                .allMatch(alone::equals);
    }

    @Test
    @DisplayName("RSK-16: its description says that it creates nothing")
    void its_description_says_that_it_creates_nothing() {
        JsonNode operation = Story.json(Story.by("vera").get("/q/openapi?format=json"))
                .path("paths")
                .path("/api/v1/risk-simulations")
                .path("post");
        assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .contains("200", "422")
                .doesNotContain("201", "409");
        assertThat(operation.path("responses").path("200").has("headers")).isFalse();
        assertThat(operation.has("parameters")).isFalse();
    }

    private static Response posted(String person, String body) {
        return Story.by(person).contentType("application/json").body(body).post("/api/v1/risk-simulations");
    }

    private static double amount(JsonNode money) {
        return Double.parseDouble(money.path("amount").asText());
    }
}
