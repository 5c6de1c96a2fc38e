package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import isms.risk.round.AssessmentRoundType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-9: rounds of assessments")
class RoundsTest {

    private static final String ROUNDS = "/api/v1/assessment-rounds";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    EventLog log;

    @Inject
    Commands commands;

    @Inject
    AssessmentRoundType.DueDate dueDate;

    @Inject
    AssessmentRoundType type;

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName(
            "RSK-9: a round counts what is assessed since it was opened, and closes into a picture that is compared")
    void a_round_closes_into_a_picture_and_is_compared_with_the_one_before() {
        String rising = Story.newRisk(Story.context(0), "Rises from round to round");
        String replaced = Story.newRisk(Story.context(0), "Is left out of the first round");
        String gone = Story.newRisk(Story.context(0), "Is retired in the first round");
        List<String> three = List.of(rising, replaced, gone);
        assess(gone, 0);

        Response opened = Story.take(Story.by("ines"), ROUNDS, opening("First", three));
        assertThat(opened.statusCode()).isEqualTo(201);
        JsonNode round = Story.json(opened);
        String path = ROUNDS + "/" + round.path("id").asText();
        assertThat(round.path("key").asText()).matches("ROUND-[0-9]+");
        assertThat(round.path("risks").asInt()).isEqualTo(3);
        assertProgress(round, 0, 0, 3);
        assertThat(round.has("riskIds")).isFalse();
        assertThat(Story.get("vera", ROUNDS + "/" + round.path("key").asText())).isEqualTo(round);
        Instant before = Instant.now();

        assess(rising, 1);
        Story.take(
                Story.by("rosa"),
                "/api/v1/risks/" + gone + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Sold"));
        assertProgress(Story.get("vera", path), 1, 1, 1);
        assertProgress(Story.get("vera", path + "?asOf=" + before), 0, 0, 3);
        JsonNode left = Story.get("vera", path + "/risks?state=outstanding");
        assertThat(left.path("items").findValuesAsText("id")).containsExactly(replaced);
        assertThat(left.path("total").asInt()).isEqualTo(1);
        assertThat(Story.get("vera", path + "/risks?asOf=" + before)
                        .path("items")
                        .findValuesAsText("state"))
                .containsExactly("outstanding", "outstanding", "outstanding");

        JsonNode refused = refused(422, body("ines", "{}"), path + "/closures");
        assertRule(refused, "RSK-9");
        assertThat(refused.path("violations").findValuesAsText("detail"))
                .containsExactly(Story.get("vera", "/api/v1/risks/" + replaced)
                                .path("key")
                                .asText() + " has not been assessed since the round was opened");
        ObjectNode closure = Story.JSON.createObjectNode().put("conclusion", "One is above the criteria");
        ObjectNode group = closure.putArray("leftOut").addObject().put("reason", "Replaced next month");
        group.putArray("risks").add(replaced);
        JsonNode closed = Story.json(Story.take(Story.by("ines"), path + "/closures", closure));
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.at("/picture/assessed").asInt()).isEqualTo(1);
        assertThat(closed.at("/picture/leftOut").asInt()).isEqualTo(1);
        assertThat(closed.at("/picture/retired").asInt()).isEqualTo(1);
        assertThat(closed.at("/picture/current/bands")).hasSize(1);
        assertThat(closed.at("/picture/current/unrated").asInt()).isEqualTo(1);
        assertProgress(closed, 1, 1, 1);
        assertThat(Story.get("vera", path)).isEqualTo(closed);
        JsonNode risks = Story.get("vera", path + "/risks?state=left-out").path("items");
        assertThat(risks.findValuesAsText("leftOutBecause")).containsExactly("Replaced next month");
        assertRule(refused(409, body("ines", closure.toString()), path + "/closures"), "RSK-9");

        JsonNode first = Story.get("ada", path + "/comparison");
        assertThat(first.has("before")).isFalse();
        assertThat(first.path("appeared")).hasSize(2);

        String next = open(opening("Second", List.of(rising, replaced)));
        assertThat(refusedGet(409, next + "/comparison").path("code").asText()).isEqualTo("conflict");
        assess(rising, 0);
        assess(replaced, 1);
        Story.take(Story.by("ines"), next + "/closures", Story.JSON.createObjectNode());
        JsonNode other = Story.get("ada", next + "/comparison");
        assertThat(other.has("before")).as("other risks were named").isFalse();
        JsonNode comparison =
                Story.get("ada", next + "/comparison?with=" + round.path("key").asText());
        assertThat(comparison.at("/before/id")).isEqualTo(round.path("id"));
        assertThat(comparison.path("rose").findValuesAsText("risk")).containsExactly(rising);
        assertThat(comparison.path("rose").findValuesAsText("title")).containsExactly("Rises from round to round");
        assertThat(comparison.path("appeared").findValuesAsText("risk")).containsExactly(replaced);
        assertThat(comparison.path("gone")).isEmpty();
        String third = open(opening("Third", List.of(replaced, rising)));
        assess(rising, 1);
        assess(replaced, 1);
        Story.take(Story.by("ines"), third + "/closures", Story.JSON.createObjectNode());
        JsonNode again = Story.get("ada", third + "/comparison");
        assertThat(again.at("/before/title").asText()).as("the same risks").isEqualTo("Second");
        assertThat(again.path("fell").findValuesAsText("risk")).containsExactly(rising);
        assertThat(again.path("stayed").findValuesAsText("risk")).containsExactly(replaced);
        assertThat(Story.get("ada", third + "/comparison?rating=residual").path("stayed"))
                .hasSize(2);

        JsonNode history = Story.get("ada", path + "/history").path("items");
        assertThat(history.findValuesAsText("fact"))
                .containsExactly("assessment-round-opened", "assessment-round-closed");
        assertThat(history.get(1).path("what").asText())
                .isEqualTo(
                        "Closed with a picture of its 3 risks; 1 left out: Replaced next month. One is above the criteria");
    }

    @Test
    @DisplayName("RSK-9: a scope filters the register when the round is opened; later changes come with a reason")
    void a_scope_filters_the_register_at_the_moment_of_opening() {
        String unit = "Unit " + UUID.randomUUID();
        String one = register(unit, "People");
        String two = register(unit, "Access");
        ObjectNode body = body("By unit");
        body.putObject("scope").putArray("units").add(unit);
        JsonNode round = Story.json(Story.take(Story.by("ines"), ROUNDS, body));
        String path = ROUNDS + "/" + round.path("id").asText();
        assertThat(round.path("risks").asInt()).isEqualTo(2);
        String late = register(unit, "People");
        assertThat(Story.get("vera", path).path("risks").asInt())
                .as("fixed at opening")
                .isEqualTo(2);
        ObjectNode narrower = body("By unit and category");
        narrower.putObject("scope").putArray("units").add(unit);
        ((ObjectNode) narrower.path("scope")).putArray("categories").add("People");
        ((ObjectNode) narrower.path("scope")).putArray("contexts").add(Story.context(0));
        assertThat(Story.json(Story.take(Story.by("ines"), ROUNDS, narrower))
                        .path("risks")
                        .asInt())
                .isEqualTo(2);

        ObjectNode members = Story.JSON.createObjectNode().put("reason", "Registered since");
        members.putArray("risks").add(late);
        assertThat(Story.json(Story.take(Story.by("ines"), path + "/additions", members))
                        .path("risks")
                        .asInt())
                .isEqualTo(3);
        members.putArray("risks").add(one);
        Story.take(Story.by("ines"), path + "/removals", members.put("reason", "Of another unit"));
        assertThat(Story.get("vera", path + "/risks").path("items").findValuesAsText("id"))
                .containsExactly(two, late);
        assertRule(refused(422, body("ines", members.toString()), path + "/removals"), "RSK-9");
        Story.take(
                Story.by("ines"),
                path + "/due-dates",
                Story.JSON.createObjectNode().put("due", "2027-06-30").put("reason", "The plant stands still"));
        Story.take(
                Story.by("ines"),
                path + "/withdrawals",
                Story.JSON.createObjectNode().put("reason", "Opened too early"));
        assertThat(Story.get("ada", path + "/history").path("items").findValuesAsText("what"))
                .containsExactly(
                        "Opened as \"By unit\" over 2 risks, due on 2027-03-31: at the planned interval",
                        "1 risks added: Registered since",
                        "1 risks removed: Of another unit",
                        "Due date moved from 2027-03-31 to 2027-06-30: The plant stands still",
                        "Withdrawn: Opened too early");
    }

    @Test
    @DisplayName(
            "RSK-9, ALL-4: refused to who does not run the ISMS, without risks, with unknown ones; invisible elsewhere")
    void a_round_is_refused() {
        String risk = Story.newRisk(Story.context(0), "Opened by whom");
        refused(403, body("rosa", opening("By an owner", List.of(risk)).toString()), ROUNDS);
        JsonNode unknown = refused(
                422,
                body("ines", opening("Unknown", List.of(risk, "RISK-999999")).toString()),
                ROUNDS);
        assertRule(unknown, "RSK-9");
        assertThat(unknown.path("violations").findValuesAsText("pointer")).containsExactly("/scope/risks/1");
        ObjectNode empty = body("Nobody");
        empty.putObject("scope").putArray("units").add("No such unit");
        assertRule(refused(422, body("ines", empty.toString()), ROUNDS), "RSK-9");
        ObjectNode nowhere = body("Nowhere");
        nowhere.putObject("scope").putArray("contexts").add("CTX-999");
        refused(404, body("ines", nowhere.toString()), ROUNDS);
        ObjectNode change = opening("After what", List.of(risk)).put("occasion", "significant-change");
        assertThat(refused(422, body("ines", change.toString()), ROUNDS)
                        .path("violations")
                        .findValuesAsText("pointer"))
                .containsExactly("/change");

        String path = open(opening("Of acme", List.of(risk)));
        assertThat(Story.by("globex", "vera").get(path).statusCode()).isEqualTo(404);
        assertThat(Story.json(Story.by("globex", "vera").get(ROUNDS + "?limit=500"))
                        .path("items")
                        .findValuesAsText("title"))
                .doesNotContain("Of acme");
        refused(404, Story.by("globex", "ines").contentType("application/json").body("{}"), path + "/closures");
        String etag = Story.by("vera").get(path).header("ETag");
        assertThat(etag).isEqualTo("\"1\"");
        refused(
                412,
                body("ines", "{\"due\":\"2027-09-30\",\"reason\":\"Later\"}").header("If-Match", "\"7\""),
                path + "/due-dates");
        String key = UUID.randomUUID().toString();
        String opening = opening("Once", List.of(risk)).toString();
        JsonNode once =
                Story.json(body("ines", opening).header("Idempotency-Key", key).post(ROUNDS));
        Response twice = body("ines", opening).header("Idempotency-Key", key).post(ROUNDS);
        assertThat(twice.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(Story.json(twice)).isEqualTo(once);
    }

    @Test
    @DisplayName("RSK-9, ALL-7: a due date that has passed is found once and recorded once, and is listed")
    void a_due_date_that_passes_is_recorded() throws SQLException {
        String risk = Story.newRisk(Story.context(0), "Late");
        ObjectNode body = opening("Late", List.of(risk));
        body.put("due", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        String path = open(body);
        UUID id = UUID.fromString(path.substring(ROUNDS.length() + 1));
        assertThat(passed(Instant.now())).contains(id);
        assertThat(passed(Instant.now().minusSeconds(86_400 * 2))).doesNotContain(id);
        assertThat(ids(ROUNDS + "?overdue=true&risk=" + risk)).isEmpty();

        commands.send(
                type,
                id,
                dueDate.record(Instant.now()),
                new Instruction(
                        "acme",
                        "system",
                        Set.of("system"),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        null,
                        null));
        Story.take(
                Story.by("ines"),
                path + "/additions",
                Story.JSON
                        .createObjectNode()
                        .put("reason", "As well")
                        .set("risks", Story.JSON.createArrayNode().add(Story.risk("Backups"))));
        assertThat(passed(Instant.now())).doesNotContain(id);
        assertThat(ids(ROUNDS + "?overdue=true&risk=" + risk)).containsExactly(id.toString());
        assertThat(Story.get("vera", path).hasNonNull("overdueSince")).isTrue();
        assertThat(Story.get("ada", path + "/history")
                        .path("items")
                        .get(1)
                        .path("what")
                        .asText())
                .startsWith("Overdue: it was to be closed by ");
    }

    @Test
    @DisplayName("ALL-8: rounds are listed by status, occasion, risk and due date, with their progress, and exported")
    void rounds_are_listed_and_exported() {
        String risk = Story.newRisk(Story.context(0), "Listed in rounds");
        ObjectNode first = opening("Listed first", List.of(risk)).put("occasion", "significant-change");
        String changed = open(first.put("change", "A second production line"));
        String planned = open(opening("Listed second", List.of(risk)));
        assess(risk, 1);
        String of = ROUNDS + "?risk=" + risk;
        assertThat(ids(of)).containsExactly(id(planned), id(changed));
        assertThat(ids(of + "&occasion=planned-interval")).containsExactly(id(planned));
        assertThat(ids(of + "&status=open&sort=title&dueBefore=2027-04-01")).containsExactly(id(changed), id(planned));
        assertThat(ids(of + "&dueBefore=2027-03-31")).isEmpty();
        assertThat(ids(of + "&q=production")).containsExactly(id(changed));
        Story.get("vera", of).path("items").forEach(round -> assertProgress(round, 1, 0, 0));

        Response csv = Story.by("vera").accept("text/csv").get(of);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString())
                .contains("progress.percent")
                .contains(id(planned))
                .doesNotContain("riskIds");
        assertThat(Story.by("vera").accept(XLSX).get(of).contentType()).startsWith(XLSX);
        assertThat(Story.by("tina").get(ROUNDS).statusCode()).isEqualTo(403);
    }

    private List<UUID> passed(Instant now) throws SQLException {
        try (var connection = IsmsInfrastructure.as("risk", "writer");
                var select = connection.prepareStatement(dueDate.passed())) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, 100);
            var ids = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).isEqualTo("acme");
                    ids.add(rows.getObject(2, UUID.class));
                }
            }
            return ids;
        }
    }

    private static String id(String path) {
        return path.substring(ROUNDS.length() + 1);
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        Story.get("vera", path)
                .path("items")
                .forEach(round -> ids.add(round.path("id").asText()));
        return ids;
    }

    private static String open(ObjectNode body) {
        return ROUNDS + "/"
                + Story.json(Story.take(Story.by("ines"), ROUNDS, body))
                        .path("id")
                        .asText();
    }

    private static ObjectNode body(String title) {
        return Story.JSON
                .createObjectNode()
                .put("title", title)
                .put("occasion", "planned-interval")
                .put("due", "2027-03-31");
    }

    private static ObjectNode opening(String title, List<String> risks) {
        ObjectNode body = body(title);
        var named = body.putObject("scope").putArray("risks");
        risks.forEach(named::add);
        return body;
    }

    /** As the demonstration assessed its backups: the first time (0) higher than the second (1). */
    private static void assess(String risk, int time) {
        Story.take(
                Story.by("rosa"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/" + time + "/body"));
    }

    private static String register(String unit, String category) {
        ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("context", Story.context(0)).put("owner", "rosa");
        body.put("unit", unit).put("category", category);
        Story.take(Story.by("ines"), "/api/v1/risks", body);
        return id;
    }

    private static void assertProgress(JsonNode round, int assessed, int retired, int outstanding) {
        assertThat(round.at("/progress/assessed").asInt(-1))
                .as(round.toString())
                .isEqualTo(assessed);
        assertThat(round.at("/progress/retired").asInt(-1)).isEqualTo(retired);
        assertThat(round.at("/progress/outstanding").asInt(-1)).isEqualTo(outstanding);
    }

    private static RequestSpecification body(String person, String json) {
        return Story.by(person).contentType("application/json").body(json);
    }

    private static void assertRule(JsonNode problem, String rule) {
        assertThat(problem.path("rule").asText()).as(problem.toString()).isEqualTo(rule);
        assertThat(problem.path("remedy").asText()).isNotBlank();
    }

    private static JsonNode refusedGet(int status, String path) {
        Response response = Story.by("vera").get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return Story.json(response);
    }

    private JsonNode refused(int status, RequestSpecification request, String path) {
        long head = log.head();
        Response response = request.post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(log.head()).as("the log after a refusal").isEqualTo(head);
        return Story.json(response);
    }
}
