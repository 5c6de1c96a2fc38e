package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-16: what is recorded in money, simulated and told")
class QuantificationTest {

    private static final String LIST = "/api/v1/risk-quantifications";
    private static final String PORTFOLIO = "/api/v1/risk-simulations/portfolio";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String ESTIMATE = """
            {"frequency": {"perYear": 2}, "loss": {"amount": {"amount": "1000", "currency": "EUR"}},
             "treatment": {"frequency": {"perYear": 0.5}}, "rationale": "As counted in two years"}
            """;

    @Inject
    EventLog log;

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-16: an estimate is recorded, revised by who has read it, told as of any moment, with its history")
    void an_estimate_is_recorded_and_revised() {
        String path = "/api/v1/risks/" + Story.newRisk(Story.context(0), "Printers are stolen") + "/quantification";
        Response first = Story.take(Story.by("rosa"), path, ESTIMATE);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(path);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        JsonNode recorded = Story.json(first);
        assertThat(path).contains(recorded.path("id").asText());
        assertThat(recorded.path("key").asText()).matches("QUANT-[0-9]+");
        assertThat(recorded.path("expectedLoss").decimalValue()).isEqualByComparingTo("2000");
        assertThat(recorded.path("treatedExpectedLoss").decimalValue()).isEqualByComparingTo("500");
        assertThat(recorded.path("estimatedBy").asText()).isEqualTo("rosa");
        assertThat(recorded.path("methodologyVersion").asInt()).isEqualTo(1);
        assertThat(Story.get("vera", path)).as("the same fold").isEqualTo(recorded);
        Instant then = Instant.now();

        String changed = ESTIMATE.replace("\"perYear\": 2", "\"perYear\": 3");
        assertThat(refused(428, body("rosa", changed), path).path("code").asText())
                .isEqualTo("precondition-required");
        refused(412, body("rosa", changed).header("If-Match", "\"7\""), path);
        Response second = Story.take(Story.by("ines").header("If-Match", "\"1\""), path, changed);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(Story.get("vera", path).path("expectedLoss").decimalValue()).isEqualByComparingTo("3000");
        assertThat(Story.get("vera", path + "?asOf=" + then)
                        .path("expectedLoss")
                        .decimalValue())
                .as("as it was")
                .isEqualByComparingTo("2000");

        JsonNode history = Story.get("ada", path + "/history").path("items");
        assertThat(history.findValuesAsText("fact")).containsExactly("risk-quantified", "risk-quantified");
        assertThat(history.get(0).path("what").asText())
                .isEqualTo("Estimated at EUR 2000 a year, with the treatment at EUR 500; 2 events a year, 1,000 an"
                        + " event; with the treatment 0.5 events a year: As counted in two years");
        assertThat(history.get(1).path("actor").asText()).isEqualTo("ines");
    }

    @Test
    @DisplayName("RSK-16: the first estimate repeated with its key is answered as the first time")
    void a_repetition_is_safe() {
        String path = "/api/v1/risks/" + Story.newRisk(Story.context(0), "Repeated") + "/quantification";
        String key = UUID.randomUUID().toString();
        Response first = body("rosa", ESTIMATE).header("Idempotency-Key", key).post(path);
        Response again = body("rosa", ESTIMATE).header("Idempotency-Key", key).post(path);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    @DisplayName("RSK-16: who may not, and what makes no sense, is refused by rule and place; nothing is recorded")
    void refusals() {
        String risk = Story.newRisk(Story.context(0), "Refused estimates");
        String path = "/api/v1/risks/" + risk + "/quantification";
        assertRule(refused(403, body("otto", ESTIMATE), path), "RSK-6");
        refused(403, body("vera", ESTIMATE), path);
        refused(404, body("ines", ESTIMATE), "/api/v1/risks/RISK-999999/quantification");
        JsonNode range = refused(
                422,
                body(
                        "rosa",
                        ESTIMATE.replace("{\"perYear\": 2}", "{\"minimum\": 3, \"mostLikely\": 2, \"maximum\": 4}")),
                path);
        assertRule(range, "RSK-16");
        assertThat(range.at("/violations/0/pointer").asText()).isEqualTo("/frequency/minimum");
        JsonNode currency = refused(422, body("rosa", ESTIMATE.replace("EUR", "USD")), path);
        assertRule(currency, "RSK-16");
        assertThat(currency.at("/violations/0/detail").asText()).isEqualTo("is in USD, the portfolio counts in EUR");
        assertThat(refused(422, body("rosa", ESTIMATE.replace("As counted in two years", " ")), path)
                        .at("/violations/0/pointer")
                        .asText())
                .isEqualTo("/rationale");
        refused(400, body("rosa", ESTIMATE.replace("rationale", "reason")), path);

        Story.take(
                Story.by("rosa"),
                "/api/v1/risks/" + risk + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Sold"));
        assertRule(refused(409, body("rosa", ESTIMATE), path), "RSK-6");
        assertThat(Story.by("vera").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("RSK-16: the portfolio has a currency, chosen by the ISMS manager, told and changed with a reason")
    void the_portfolio_has_a_currency() {
        assertThat(Story.get("vera", "/api/v1/risk-portfolio").path("currency").asText())
                .isEqualTo("EUR");
        assertThat(Story.get("ada", "/api/v1/risk-portfolio/history")
                        .at("/items/0/what")
                        .asText())
                .isEqualTo("Counts in EUR: The group reports in euro");
        String dollars = "{\"currency\": \"USD\", \"reason\": \"Sold\"}";
        refused(403, body("rosa", dollars), "/api/v1/risk-portfolio");
        refused(428, body("ines", dollars), "/api/v1/risk-portfolio");
        assertRule(
                refused(
                        422,
                        body("ines", dollars.replace("USD", "Dollar")).header("If-Match", "\"1\""),
                        "/api/v1/risk-portfolio"),
                "RSK-16");
    }

    @Test
    @DisplayName("ALL-8: estimates are listed by what they cost, filtered, and exported")
    void estimates_are_listed_and_exported() {
        String context = newContext("Listed in money");
        String small = quantified(context, "Small", ESTIMATE);
        Instant then = Instant.now();
        String large = quantified(
                context,
                "Large",
                ESTIMATE.replace("\"1000\"", "\"90000\"")
                        .replace(", \"treatment\": {\"frequency\": {\"perYear\": 0.5}}", "")
                        .replace("\n \"treatment\": {\"frequency\": {\"perYear\": 0.5}},", ""));
        String of = LIST + "?sort=-expectedLoss&context=" + context;
        assertThat(ids(of)).containsExactly(large, small);
        assertThat(ids(of + "&expectedLossFrom=10000")).containsExactly(large);
        assertThat(ids(of + "&treated=true")).contains(small);
        assertThat(ids(of + "&estimatedBy=rosa&currency=EUR")).containsExactly(large, small);
        assertThat(ids(of + "&q=counted")).containsExactly(large, small);
        assertThat(ids(of + "&risk=" + small)).containsExactly(small);
        assertThat(ids(of + "&asOf=" + then)).containsExactly(small);
        assertThat(ids(of + "&estimatedBefore=" + then)).containsExactly(small);
        Response csv = Story.by("vera").accept("text/csv").get(of);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString()).contains("expectedLoss", "rationale").contains(large);
        assertThat(Story.by("vera").accept(XLSX).get(of).contentType()).startsWith(XLSX);
        assertThat(Story.by("tina").get(LIST).statusCode()).isEqualTo(403);
        String key = Story.get("vera", LIST + "/" + small).path("key").asText();
        assertThat(Story.get("vera", LIST + "/" + key).path("id").asText()).isEqualTo(small);
    }

    @Test
    @DisplayName("RSK-16: the recorded portfolio agrees with the compound Poisson distribution, and says who drives it")
    void the_portfolio_agrees_with_the_closed_form() {
        String context = newContext("Closed form");
        String often = quantified(context, "Often", ESTIMATE);
        String seldom = quantified(
                context,
                "Seldom",
                ESTIMATE.replace("\"perYear\": 2", "\"perYear\": 0.1")
                        .replace("\"perYear\": 0.5", "\"perYear\": 0.1")
                        .replace("\"1000\"", "\"50000\""));
        JsonNode simulation = Story.get("vera", PORTFOLIO + "?seed=16&context=" + context);
        // means 2 x 1000 + 0.1 x 50000, variances 2 x 1000^2 + 0.1 x 50000^2
        double error = Math.sqrt((2e6 + 2.5e8) / 100_000);
        assertThat(amount(simulation.at("/portfolio/before/expectedAnnualLoss")))
                .isCloseTo(7_000, within(5 * error));
        assertThat(amount(simulation.at("/portfolio/after/expectedAnnualLoss"))).isCloseTo(5_500, within(5 * error));
        assertThat(amount(simulation.at("/portfolio/before/standardDeviation")))
                .isCloseTo(Math.sqrt(2.52e8), within(0.03 * Math.sqrt(2.52e8)));
        assertThat(simulation.at("/inputs/simulated").asInt()).isEqualTo(2);
        assertThat(simulation.at("/inputs/currency").asText()).isEqualTo("EUR");
        JsonNode first = simulation.at("/risks/0");
        JsonNode second = simulation.at("/risks/1");
        assertThat(first.path("id").asText()).isEqualTo(often);
        assertThat(second.path("id").asText()).isEqualTo(seldom);
        assertThat(first.at("/before/share").asDouble()
                        + second.at("/before/share").asDouble())
                .isCloseTo(1, within(0.0002));
        assertThat(second.at("/before/tails/2/share").asDouble()).isGreaterThan(0.9);
        assertThat(first.at("/methodologyVersion").asInt()).isEqualTo(1);
        assertThat(simulation.at("/contexts/0/risks").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("RSK-16: the same seed gives the same bytes, also later, as of the moment that the answer names")
    void the_same_seed_gives_the_same_bytes_also_later() {
        String context = newContext("Repeatable");
        String one = quantified(context, "Repeated", ESTIMATE);
        quantified(context, "Beside it", ESTIMATE);
        String ask = PORTFOLIO + "?seed=7&years=20000&confidence=0.95&context=" + context;
        byte[] first = answered("ines", ask);
        assertThat(answered("vera", ask)).isEqualTo(first);
        String asOf = Story.get("vera", ask).at("/inputs/asOf").asText();

        Story.take(
                Story.by("rosa").header("If-Match", "\"1\""),
                "/api/v1/risks/" + one + "/quantification",
                ESTIMATE.replace("\"perYear\": 2", "\"perYear\": 9"));
        Story.newRisk(context, "Not estimated yet");
        assertThat(answered("vera", ask)).isNotEqualTo(first);
        assertThat(answered("vera", ask + "&asOf=" + asOf)).isEqualTo(first);
        assertThat(Story.get("vera", ask).at("/inputs/registered").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("RSK-16: a selection by key, what is left out of it and why, and a seed that is told")
    void a_selection_says_what_it_leaves_out() {
        String context = newContext("Selected");
        String one = quantified(context, "Selected", ESTIMATE);
        String retired = quantified(context, "Retired", ESTIMATE);
        Story.take(
                Story.by("rosa"),
                "/api/v1/risks/" + retired + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Sold"));
        String silent = Story.newRisk(context, "Silent");
        String key = Story.get("vera", "/api/v1/risks/" + one).path("key").asText();
        JsonNode simulation = Story.get(
                "vera",
                PORTFOLIO + "?years=1000&confidence=0.9&risk=" + key + "," + retired + "," + silent + ",RISK-99999");
        assertThat(simulation.path("risks").findValuesAsText("title")).containsExactly("Selected");
        assertThat(simulation.at("/inputs/leftOut").findValuesAsText("because"))
                .containsExactly("the risk is retired", "it has no estimate", "there is no such threat");
        String seed = simulation.path("seed").asText();
        assertThat(Story.get("vera", PORTFOLIO + "?years=1000&confidence=0.9&seed=" + seed + "&risk=" + one)
                        .at("/risks/0/outlook"))
                .as("the risk's years are the same in every selection")
                .isEqualTo(simulation.at("/risks/0/outlook"));
        JsonNode nothing = Story.json(Story.by("vera").get(PORTFOLIO + "?risk=" + silent));
        assertRule(nothing, "RSK-16");
        assertThat(nothing.path("status").asInt()).isEqualTo(409);
        assertThat(Story.by("vera").get(PORTFOLIO + "?seed=x").statusCode()).isEqualTo(400);
        assertThat(Story.by("vera").get(PORTFOLIO + "?owner=rosa").statusCode()).isEqualTo(400);
        assertThat(Story.by("vera").get(PORTFOLIO + "?years=10").statusCode()).isEqualTo(422);
        assertThat(Story.by("tina").get(PORTFOLIO).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("RSK-15, RSK-16: heat map, movements and exceedance curve as SVG and as PNG, as the caller likes best")
    void pictures_as_svg_and_png() throws Exception {
        Files.createDirectories(Path.of("target/pictures"));
        for (String[] picture : new String[][] {
            {"heat-map", "/api/v1/heat-map"},
            {"movements", "/api/v1/heat-map/movements?timeline=stated&from=" + Story.daysAgo(200)},
            {"exceedance", PORTFOLIO + "?seed=16"}
        }) {
            Response svg = Story.by("vera").accept("image/svg+xml").get(picture[1]);
            assertThat(svg.statusCode()).as(svg.asString()).isEqualTo(200);
            assertThat(svg.asString()).startsWith("<svg");
            Response png = Story.by("vera").accept("image/png").get(picture[1]);
            assertThat(png.statusCode()).as(picture[0]).isEqualTo(200);
            assertThat(png.contentType()).startsWith("image/png");
            Files.write(Path.of("target/pictures", picture[0] + ".png"), png.asByteArray());
            var image = ImageIO.read(new ByteArrayInputStream(png.asByteArray()));
            assertThat(image.getWidth()).isGreaterThan(1_000);
            assertThat(Story.by("vera")
                            .accept("image/png;q=0.9, image/svg+xml;q=0.5")
                            .get(picture[1])
                            .contentType())
                    .startsWith("image/png");
        }
        Response whatIf = Story.by("vera")
                .accept("image/png")
                .contentType("application/json")
                .body(
                        "{\"risks\": [{\"title\": \"T\", \"frequency\": {\"perYear\": 1}, \"loss\": {\"amount\": {\"amount\":"
                                + " \"10\", \"currency\": \"EUR\"}}}]}")
                .post("/api/v1/risk-simulations");
        assertThat(whatIf.contentType()).startsWith("image/png");
    }

    @Test
    @DisplayName("RSK-16: a plan's costs are recorded, and its return is told with its seed, as of any moment")
    void a_plan_returns_something() {
        String risk = quantified(newContext("Plans in money"), "Treated in money", ESTIMATE);
        String plan = "/api/v1/treatment-plans/"
                + Story.json(Story.take(
                                Story.by("ines"),
                                "/api/v1/treatment-plans",
                                Story.JSON.createObjectNode().put("risk", risk).put("title", "Better locks")))
                        .path("id")
                        .asText();
        JsonNode none = Story.json(Story.by("vera").get(plan + "/return"));
        assertRule(none, "RSK-16");
        assertThat(none.path("status").asInt()).isEqualTo(409);
        assertThat(none.path("detail").asText()).contains("costs of the plan PLAN-");

        String costs = """
                {"oneOffCost": {"amount": {"amount": "1500", "currency": "EUR"}},
                 "yearlyCost": {"amount": {"amount": "100", "currency": "EUR"}}, "years": 4, "rationale": "An offer"}
                """;
        assertRule(refused(403, body("otto", costs), plan + "/quantification"), "RSK-6");
        refused(403, body("vera", costs), plan + "/quantification");
        Response recorded = Story.take(Story.by("rosa"), plan + "/quantification", costs);
        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(Story.json(recorded).path("expectedCost").decimalValue()).isEqualByComparingTo("1900");
        refused(428, body("rosa", costs), plan + "/quantification");

        // 1.5 events of 1000 less a year, for 4 years, at 1900: mean return (6000 - 1900) / 1900
        String ask = plan + "/return?seed=16";
        JsonNode told = Story.get("vera", ask);
        double error = Math.sqrt(4 * 1.5 * 1e6 / 50_000) / 1_900;
        assertThat(told.at("/rosi/mean").asDouble()).isCloseTo(4_100.0 / 1_900, within(5 * error + 1e-4));
        assertThat(told.at("/expected/rosi").asDouble()).isCloseTo(4_100.0 / 1_900, within(1e-4));
        assertThat(told.at("/expected/paybackYears").asDouble()).isCloseTo(1_500 / 1_400.0, within(0.05));
        // pays off with two events or more in Poisson(6)
        assertThat(told.at("/probabilityOfPayingOff").asDouble())
                .isCloseTo(1 - 7 * Math.exp(-6), within(5 * Math.sqrt(0.0174 * 0.9826 / 50_000) + 1e-4));
        assertThat(told.at("/rosi/p5").asDouble())
                .isLessThan(told.at("/rosi/p95").asDouble());
        assertThat(told.at("/inputs/treatmentOf").asText()).isEqualTo("risk");
        assertThat(answered("ada", ask)).isEqualTo(answered("vera", ask));

        byte[] first = answered("vera", ask);
        String asOf = told.at("/inputs/asOf").asText();
        Story.take(
                Story.by("rosa").header("If-Match", "\"1\""),
                plan + "/quantification",
                costs.replace("\"rationale\"", "\"treatment\": {\"frequency\": {\"perYear\": 0.1}}, \"rationale\""));
        assertThat(Story.get("vera", ask).at("/inputs/treatmentOf").asText()).isEqualTo("plan");
        assertThat(answered("vera", ask + "&asOf=" + asOf)).isEqualTo(first);
        assertThat(Story.get("ada", plan + "/quantification/history")
                        .path("items")
                        .findValuesAsText("fact"))
                .containsExactly("treatment-plan-quantified", "treatment-plan-quantified");
        assertThat(Story.get("vera", plan + "/quantification").path("version").asInt())
                .isEqualTo(2);
        assertThat(Story.by("vera").get(plan + "/return?futures=1").statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("RSK-1, RSK-16: a quantitative methodology is defined, approved and used; an estimate has its band")
    void a_quantitative_methodology_bands_an_estimate() {
        String methodology = quantitativeInUse();
        String context = newContext("In money");
        Story.take(
                Story.by("ines"),
                "/api/v1/risk-contexts/" + context + "/methodology-choices",
                Story.JSON.createObjectNode().put("methodology", methodology));
        String risk = quantified(context, "Banded", ESTIMATE.replace("\"1000\"", "\"60000\""));
        JsonNode estimate = Story.get("vera", "/api/v1/risks/" + risk + "/quantification");
        assertThat(estimate.path("band").asText()).isEqualTo("high");
        assertThat(estimate.path("aboveCriteria").asBoolean()).isTrue();
        assertThat(estimate.path("treatedBand").asText()).isEqualTo("low");
        assertThat(estimate.path("notAcceptableFrom").decimalValue()).isEqualByComparingTo("100000");
        assertThat(estimate.path("methodologyId").asText()).isEqualTo(methodology);
        assertThat(ids(LIST + "?aboveCriteria=true&treatedAboveCriteria=false&context=" + context))
                .containsExactly(risk);
        assertThat(ids(LIST + "?band=low&context=" + context)).isEmpty();
    }

    private static String quantitativeInUse() {
        String id = UUID.randomUUID().toString();
        String path = "/api/v1/methodologies/" + id;
        Story.take(Story.by("ines"), "/api/v1/methodologies", """
                {"id": "%s", "kind": "quantitative", "title": "In money", "purpose": "Portfolio", "criteria": {
                  "likelihood": {"levels": [
                    {"value": 1, "name": "rare", "meaning": "Less than once a year", "from": 0},
                    {"value": 2, "name": "frequent", "meaning": "Once a year or more", "from": 1}]},
                  "dimensions": [{"key": "financial", "name": "Financial loss", "kind": "business", "scale": {"levels": [
                    {"value": 1, "name": "small", "meaning": "Less than 10 000 euro", "from": 0},
                    {"value": 2, "name": "large", "meaning": "10 000 euro or more", "from": 10000}]}}],
                  "combination": "total",
                  "level": {"by": "expected-annual-loss", "currency": "EUR"},
                  "bands": [
                    {"key": "low", "name": "Low", "colour": "#2f9e44", "from": 0},
                    {"key": "high", "name": "High", "colour": "#e03131", "from": 100000}],
                  "acceptance": {"acceptableUpTo": "low", "acceptedWithinBy": "risk-owner", "acceptedAboveBy": "top-management"},
                  "occasions": {"interval": "P1Y", "triggers": ["A significant incident"]}}}
                """.formatted(id));
        String etag = Story.take(Story.by("ines"), path + "/submissions", null).header("ETag");
        Story.take(Story.by("tom").header("If-Match", etag), path + "/approvals", null);
        Story.take(Story.by("ines"), path + "/releases", null);
        return id;
    }

    private static String newContext(String title) {
        String id = UUID.randomUUID().toString();
        Story.take(
                Story.by("ines"),
                "/api/v1/risk-contexts",
                Story.JSON.createObjectNode().put("id", id).put("title", title).put("description", ""));
        Story.take(Story.by("ines"), "/api/v1/risk-contexts/" + id + "/methodology-choices", (ObjectNode)
                Story.JSON.createObjectNode().set("methodology", Story.ACME.at("/contexts/0/methodology")));
        return id;
    }

    private static String quantified(String context, String title, String estimate) {
        String risk = Story.newRisk(context, title);
        Story.take(Story.by("rosa"), "/api/v1/risks/" + risk + "/quantification", estimate);
        return risk;
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        StreamSupport.stream(Story.get("vera", path).path("items").spliterator(), false)
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static byte[] answered(String person, String path) {
        Response response = Story.by(person).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asByteArray();
    }

    private static double amount(JsonNode money) {
        return Double.parseDouble(money.path("amount").asText());
    }

    private static RequestSpecification body(String person, String json) {
        return Story.by(person).contentType("application/json").body(json);
    }

    private static void assertRule(JsonNode problem, String rule) {
        assertThat(problem.path("rule").asText()).as(problem.toString()).isEqualTo(rule);
        assertThat(problem.path("remedy").asText()).isNotBlank();
    }

    private JsonNode refused(int status, RequestSpecification request, String path) {
        long head = log.head();
        Response response = request.post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(log.head()).as("the log after a refusal").isEqualTo(head);
        return Story.json(response);
    }
}
