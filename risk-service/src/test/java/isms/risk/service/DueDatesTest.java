package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With a clock that is put ahead, day by day. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@TestProfile(DueDatesTest.Ahead.class)
@DisplayName("ALL-7: a due date that passes is recorded by the system, once")
class DueDatesTest {

    private static final String CLOCK = "/api/v1/operations/clock";
    private static final String PLANS = "/api/v1/treatment-plans";
    private static final String RISKS = "/api/v1/risks";

    public static final class Ahead implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("isms.clock.movable", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LaterDatabase.class));
        }
    }

    @Inject
    EventLog log;

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName(
            "ALL-7, ALL-2, ALL-6: an action becomes overdue the day after its target date, once, and again after it was moved")
    void an_action_becomes_overdue() {
        String path = approved(today().plusDays(10));
        pass(10);
        assertThat(Story.get("vera", path).path("overdueActions").asInt())
                .as("on the day itself")
                .isZero();
        Instant before = now();
        pass(1);
        JsonNode late = Story.get("vera", path);
        assertThat(late.path("overdueActions").asInt()).isEqualTo(1);
        assertThat(late.at("/actions/0/overdueAt").asText()).isNotBlank();
        assertThat(late.at("/actions/1").hasNonNull("overdueAt")).isFalse();
        assertThat(late.path("nextToPass").asText()).isEqualTo("2199-06-30");
        assertThat(late.path("status").asText()).isEqualTo("approved");
        assertThat(ids(PLANS + "?overdue=true")).contains(late.path("id").asText());
        assertThat(Story.get("vera", path + "?asOf=" + before)
                        .path("overdueActions")
                        .asInt())
                .as("ALL-5: as it was")
                .isZero();
        JsonNode told = last(path);
        assertThat(told.path("fact").asText()).isEqualTo("treatment-action-overdue");
        assertThat(told.path("actor").asText()).isEqualTo("system");
        assertThat(told.path("roles")).extracting(JsonNode::asText).containsExactly("system");
        assertThat(told.path("what").asText())
                .startsWith(
                        "Action 1 overdue, recorded by the system: \"Restore the file servers\" was to be done by otto");

        pass(5);
        assertThat(Story.get("vera", path).path("version").asLong())
                .as("once")
                .isEqualTo(late.path("version").asLong());

        JsonNode moved = Story.json(Story.take(
                Story.by("otto"),
                path + "/actions/1/target-dates",
                Story.JSON
                        .createObjectNode()
                        .put("targetDate", today().plusDays(3).toString())
                        .put("reason", "Disks are late")));
        assertThat(moved.path("overdueActions").asInt()).isZero();
        pass(3);
        assertThat(Story.get("vera", path).path("overdueActions").asInt()).isZero();
        pass(1);
        assertThat(Story.get("vera", path).path("overdueActions").asInt()).isEqualTo(1);
        assertThat(Story.get("ada", path + "/history").path("items").findValuesAsText("fact"))
                .filteredOn("treatment-action-overdue"::equals)
                .hasSize(2);
    }

    @Test
    @DisplayName("RSK-12, ALL-3: an action is reassigned with a reason, and its former owner cannot show it done")
    void an_action_is_reassigned() {
        String path = approved(today().plusDays(100));
        String owners = path + "/actions/1/owners";
        assertThat(post("otto", owners, "{\"owner\":\"ada\",\"reason\":\"Busy\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("vera", owners, "{\"owner\":\"ada\",\"reason\":\"Busy\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("rosa", owners, "{\"owner\":\"ada\"}").statusCode()).isEqualTo(422);
        JsonNode blank = Story.json(post("rosa", owners, "{\"owner\":\"ada\",\"reason\":\" \"}"));
        assertThat(blank.path("status").asInt()).isEqualTo(422);
        JsonNode plan = Story.json(Story.take(
                Story.by("rosa"),
                owners,
                Story.JSON.createObjectNode().put("owner", "vera").put("reason", "otto has left")));
        assertThat(plan.at("/actions/0/owner").asText()).isEqualTo("vera");
        assertThat(ids(PLANS + "?owner=vera")).containsExactly(plan.path("id").asText());
        assertThat(last(path).path("what").asText()).isEqualTo("Action 1 reassigned from otto to vera: otto has left");
        assertThat(last(path).path("reason").asText()).isEqualTo("otto has left");
        JsonNode refused = Story.json(post("otto", path + "/actions/1/completions", "{\"evidence\":\"I did it\"}"));
        assertThat(refused.path("status").asInt()).isEqualTo(403);
        assertThat(refused.path("rule").asText()).isEqualTo("RSK-12");
    }

    @Test
    @DisplayName("ALL-7 (8.2): a reassessment becomes overdue the day after its day, until the next assessment")
    void a_reassessment_becomes_overdue() {
        String risk = Story.newRisk(Story.context(0), "Assessed in time?");
        String path = RISKS + "/" + risk;
        JsonNode assessed = assess(path);
        LocalDate by = LocalDate.parse(assessed.path("reassessBy").asText());
        pass((int) (by.toEpochDay() - today().toEpochDay()));
        assertThat(Story.get("vera", path).hasNonNull("reassessmentOverdueAt"))
                .as("on the day itself")
                .isFalse();
        pass(1);
        JsonNode late = Story.get("vera", path);
        assertThat(late.path("reassessmentOverdueAt").asText()).isNotBlank();
        assertThat(ids(RISKS + "?limit=500&reassessmentOverdue=true")).contains(risk);
        assertThat(ids(RISKS + "?limit=500&reassessmentOverdue=false")).doesNotContain(risk);
        assertThat(Story.by("vera")
                        .accept("text/csv")
                        .get(RISKS + "?reassessmentOverdue=true")
                        .asString())
                .contains("reassessmentOverdueAt")
                .contains(risk);
        JsonNode told = last(path);
        assertThat(told.path("actor").asText()).isEqualTo("system");
        assertThat(told.path("what").asText())
                .isEqualTo(
                        "Reassessment overdue, recorded by the system: the risk, owned by rosa, was to be assessed again by "
                                + by);
        pass(30);
        assertThat(Story.get("vera", path).path("version").asLong())
                .as("once")
                .isEqualTo(late.path("version").asLong());

        assertThat(assess(path).hasNonNull("reassessmentOverdueAt")).isFalse();
        pass(1);
        assertThat(Story.get("vera", path).hasNonNull("reassessmentOverdueAt")).isFalse();
        assertThat(ids(RISKS + "?limit=500&reassessmentOverdue=true")).doesNotContain(risk);
    }

    @Test
    @DisplayName("ALL-7, ALL-4: it is recorded for every organization, and each sees its own")
    void every_organization_sees_its_own() {
        pass(800);
        for (String tenant : List.of("acme", "globex")) {
            JsonNode overdue = Story.json(
                    Story.by(tenant, "vera").get(RISKS + "?limit=500&reassessmentOverdue=true&fields=id,status"));
            assertThat(overdue.path("items")).isNotEmpty();
            JsonNode missed = Story.json(Story.by(tenant, "vera")
                    .get(RISKS + "?limit=500&status=assessed&reassessmentOverdue=false&reassessBefore=" + today()));
            assertThat(missed.path("items")).as("none is found by chance").isEmpty();
        }
        String acme = ids(RISKS + "?limit=1&reassessmentOverdue=true").getFirst();
        assertThat(Story.by("globex", "vera").get(RISKS + "/" + acme).statusCode())
                .isEqualTo(404);
        assertThat(log.after(0, Integer.MAX_VALUE))
                .extracting(fact -> fact.recordedAt())
                .as("ALL-2: the time of the log never goes back")
                .isSorted();
    }

    private static Instant now() {
        return Instant.parse(Story.json(operator().get(CLOCK)).path("now").asText());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return Story.with(Tokens.of("acme", "olga", "operator"));
    }

    /** Days pass; later reads see what is recorded of that. */
    private static void pass(int days) {
        Duration ahead =
                Duration.parse(Story.json(operator().get(CLOCK)).path("ahead").asText());
        Story.take(
                operator(),
                CLOCK,
                Story.JSON.createObjectNode().put("ahead", ahead.plusDays(days).toString()));
    }

    private static JsonNode last(String path) {
        JsonNode items = Story.get("ada", path + "/history").path("items");
        return items.get(items.size() - 1);
    }

    private static Response post(String person, String path, String body) {
        return Story.by(person).contentType("application/json").body(body).post(path);
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        Story.get("vera", path)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static JsonNode assess(String path) {
        return Story.json(Story.take(
                Story.by("rosa"),
                path + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body")));
    }

    /** The path of an approved plan whose first action, otto's, is due on this day. */
    private static String approved(LocalDate due) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("risk", Story.newRisk(Story.context(0), "Treated in time?"))
                .put("title", "Restore whole servers every quarter")
                .put("option", "modify");
        body.putArray("controls").addObject().put("reference", "A.8.13");
        body.putArray("actions")
                .add(action("Restore the file servers", "otto", due.toString()))
                .add(action("Restore the product data system", "rosa", "2199-06-30"));
        body.set(
                "residual",
                Story.find(Story.ACME, "Backups")
                        .at("/assessments/0/body/current")
                        .deepCopy());
        String path = PLANS + "/"
                + Story.json(Story.take(Story.by("ines"), PLANS, body))
                        .path("id")
                        .asText();
        String etag = Story.take(Story.by("ines"), path + "/submissions", null).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), path + "/approvals", null);
        return path;
    }

    private static ObjectNode action(String title, String owner, String due) {
        ObjectNode action = Story.JSON
                .createObjectNode()
                .put("title", title)
                .put("owner", owner)
                .put("targetDate", due)
                .put("successCriterion", "It runs again within a day")
                .put("resources", "Two people for a week");
        action.putArray("controls").add("A.8.13");
        return action;
    }
}
