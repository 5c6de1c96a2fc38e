package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-7, RSK-12, ALL-3: what waits for whom")
class MyWorkTest {

    private static final String WORK = "/api/v1/my-work";
    private static final String PLANS = "/api/v1/treatment-plans";

    /** People of this test alone, so that nothing else waits for them. */
    private final String owner = "owner-" + UUID.randomUUID();

    private final String doer = "doer-" + UUID.randomUUID();

    @BeforeEach
    void told() {
        Story.told();
    }

    private RequestSpecification owner() {
        return Story.with(Tokens.of("acme", owner, "risk-owner"));
    }

    private RequestSpecification doer() {
        return Story.with(Tokens.of("acme", doer, "contributor"));
    }

    @Test
    @DisplayName("RSK-7: a risk never assessed waits for its owner, and is gone when it is assessed")
    void a_risk_waits_to_be_assessed() {
        String risk = risk("Nobody has looked at this yet");
        JsonNode work = work(owner());
        assertThat(work.path("subject").asText()).isEqualTo(owner);
        assertThat(work.path("total").asInt()).isEqualTo(1);
        assertThat(work.at("/counts/assess-risk").asInt()).isEqualTo(1);
        JsonNode item = work.at("/items/0");
        assertThat(item.path("id").asText()).isEqualTo(risk);
        assertThat(item.path("title").asText()).isEqualTo("Nobody has looked at this yet");
        assertThat(item.path("why").asText()).contains("never been assessed");
        assertThat(item.path("urgency").asText()).isEqualTo("open");
        assertThat(owner().get(item.path("link").asText()).statusCode()).isEqualTo(200);

        assess(risk);
        assertThat(work(owner()).path("total").asInt()).isZero();
        assertThat(work(doer()).path("total").asInt()).isZero();
    }

    @Test
    @DisplayName("RSK-7: a risk whose interval has passed is overdue and comes first")
    void an_overdue_reassessment_comes_first() {
        String old = risk("Assessed long ago", Story.daysAgo(801));
        ObjectNode assessment = assessment();
        Story.take(
                Story.by("ines").header("Stated-At", Story.daysAgo(800).toString()),
                "/api/v1/risks/" + old + "/assessments",
                assessment);
        String fresh = risk("Never assessed");
        JsonNode work = work(owner());
        assertThat(ids(work)).containsExactly(old, fresh);
        assertThat(work.path("overdue").asInt()).isEqualTo(1);
        assertThat(work.at("/items/0/kind").asText()).isEqualTo("reassess-risk");
        assertThat(work.at("/items/0/urgency").asText()).isEqualTo("overdue");
        assertThat(work.at("/items/0/due").asText()).isNotBlank();
        assertThat(ids(Story.json(owner().get(WORK + "?kind=assess-risk")))).containsExactly(fresh);
        JsonNode one = Story.json(owner().get(WORK + "?limit=1"));
        assertThat(ids(one)).containsExactly(old);
        assertThat(one.path("total").asInt()).as("counts are of all").isEqualTo(2);
        assertThat(owner().get(WORK + "?kind=sleep").statusCode()).isEqualTo(400);
        assertThat(owner().get(WORK + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(owner().get(WORK + "?asOf=2026-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName(
            "RSK-12, ALL-3: a plan waits for the risk owner who did not write it, comes back to its authors, and its actions"
                    + " wait for those who do and those who look")
    void a_plan_waits_for_one_after_the_other() {
        String risk = risk("To be treated");
        assess(risk);
        String path = PLANS + "/"
                + Story.json(Story.take(Story.by("ivan"), PLANS, plan(risk)))
                        .path("id")
                        .asText();
        assertThat(work(owner()).path("total").asInt())
                .as("a draft waits for nobody")
                .isZero();
        Story.take(Story.by("ivan"), path + "/submissions", null);
        JsonNode waiting = work(owner());
        assertThat(waiting.at("/items/0/kind").asText()).isEqualTo("approve-plan");
        assertThat(waiting.at("/items/0/why").asText()).contains("To be treated");

        Story.take(owner(), path + "/returns", Story.JSON.createObjectNode().put("reason", "Name the servers"));
        assertThat(work(owner()).path("total").asInt()).isZero();
        JsonNode returned = Story.json(Story.by("ivan").get(WORK + "?kind=revise-plan"));
        assertThat(returned.path("items")).anySatisfy(item -> {
            assertThat(path).endsWith(item.path("id").asText());
            assertThat(item.path("why").asText()).contains("Name the servers");
        });

        String etag = Story.take(Story.by("ivan"), path + "/submissions", null).header("ETag");
        Story.take(owner().header("If-Match", etag), path + "/approvals", null);
        JsonNode action = work(doer());
        assertThat(action.at("/counts/carry-out-action").asInt()).isEqualTo(1);
        assertThat(action.at("/items/0/action").asInt()).isEqualTo(1);
        assertThat(action.at("/items/0/urgency").asText()).isEqualTo("overdue");
        assertThat(action.at("/items/0/due").asText()).isEqualTo("2026-01-31");

        Story.take(
                doer(),
                path + "/actions/1/progress-reports",
                Story.JSON.createObjectNode().put("percent", 100));
        assertThat(work(doer()).path("total").asInt())
                .as("the doer has done it")
                .isZero();
        assertThat(work(owner()).at("/items/0/kind").asText()).isEqualTo("show-action-done");
        assertThat(ids(Story.json(Story.by("ines").get(WORK + "?kind=show-action-done&limit=500"))))
                .contains(path.substring(PLANS.length() + 1));
        Story.take(
                owner(),
                path + "/actions/1/completions",
                Story.JSON.createObjectNode().put("evidence", "Restored and compared"));
        assertThat(work(owner()).path("total").asInt()).isZero();
    }

    @Test
    @DisplayName("ALL-3: a plan that its risk owner has written does not wait for the owner's approval")
    void nobody_is_asked_to_approve_their_own() {
        String risk = risk("Written by its owner");
        assess(risk);
        String path = PLANS + "/"
                + Story.json(Story.take(owner(), PLANS, plan(risk))).path("id").asText();
        Story.take(owner(), path + "/submissions", null);
        assertThat(work(owner()).path("total").asInt()).isZero();
    }

    @Test
    @DisplayName("RSK-3: a submitted methodology waits for top management, and comes back to its authors")
    void a_methodology_waits_for_top_management() {
        ObjectNode body = Story.ACME.at("/methodologies/0/body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("title", "Submitted to Tom");
        Story.take(Story.by("ines"), "/api/v1/methodologies", body);
        Story.take(Story.by("ines"), "/api/v1/methodologies/" + id + "/submissions", null);
        assertThat(ids(Story.json(Story.by("tom").get(WORK + "?kind=approve-methodology"))))
                .contains(id);
        assertThat(ids(Story.json(Story.by("ines").get(WORK + "?kind=approve-methodology"))))
                .isEmpty();
        Story.take(
                Story.by("tom"),
                "/api/v1/methodologies/" + id + "/returns",
                Story.JSON.createObjectNode().put("reason", "Too coarse"));
        assertThat(ids(Story.json(Story.by("tom").get(WORK + "?kind=approve-methodology"))))
                .doesNotContain(id);
        assertThat(ids(Story.json(Story.by("ines").get(WORK + "?kind=revise-methodology"))))
                .contains(id);
    }

    @Test
    @DisplayName("RSK-6: an opportunity waits for its owner's decision; ALL-4: and for nobody of another organization")
    void an_opportunity_waits_for_a_decision() {
        ObjectNode body = Story.find(Story.ACME, "Signed condition").get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("owner", owner);
        Story.take(Story.by("ines"), "/api/v1/risks", body);
        JsonNode work = work(owner());
        assertThat(work.path("counts").properties()).hasSize(1);
        assertThat(work.at("/items/0/kind").asText()).isEqualTo("decide-on-opportunity");
        assertThat(work(Story.with(Tokens.of("globex", owner, "risk-owner")))
                        .path("total")
                        .asInt())
                .isZero();
        Story.take(
                owner(),
                "/api/v1/risks/" + id + "/opportunity-decisions",
                Story.JSON
                        .createObjectNode()
                        .put("decision", "not-pursue")
                        .put("evaluation", "Little")
                        .put("reason", "Others do it better"));
        assertThat(work(owner()).path("total").asInt()).isZero();
        assertThat(Story.by("tina").get(WORK).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "RSK-13: what remains waits for its owner within the criteria, for top management above them, and for nobody once accepted")
    void what_remains_waits_to_be_accepted() {
        String within = risk("Little remains");
        assess(within, 1);
        String above = risk("Much remains");
        assess(above, 4);

        JsonNode mine = Story.json(owner().get(WORK + "?kind=accept-residual-risk"));
        assertThat(ids(mine)).containsExactly(within);
        assertThat(mine.at("/items/0/why").asText()).contains("within the acceptance criteria", "nobody has accepted");
        assertThat(toAcceptByTom()).contains(above).doesNotContain(within);

        accept(owner(), within, Story.JSON.createObjectNode());
        accept(
                Story.by("tom"),
                above,
                Story.JSON
                        .createObjectNode()
                        .put("justification", "The machine is replaced")
                        .put("until", LocalDate.now(ZoneOffset.UTC).plusDays(20).toString()));
        assertThat(ids(Story.json(owner().get(WORK + "?kind=accept-residual-risk"))))
                .isEmpty();
        assertThat(toAcceptByTom()).doesNotContain(above, within);

        assess(within, 2);
        assertThat(Story.json(owner().get(WORK + "?kind=accept-residual-risk"))
                        .at("/items/0/why")
                        .asText())
                .as("stale, and why")
                .contains("no longer accepted: The residual level is");
    }

    private static List<String> toAcceptByTom() {
        return ids(Story.json(Story.by("tom").get(WORK + "?kind=accept-residual-risk&limit=500")));
    }

    private static void accept(RequestSpecification by, String risk, ObjectNode terms) {
        String path = "/api/v1/risks/" + risk;
        String etag = Story.by("vera").get(path).header("ETag");
        Story.take(by.header("If-Match", etag), path + "/acceptances", terms);
    }

    /** As high as can be, and with the same value of every scale as what remains. */
    private static void assess(String risk, int residual) {
        ObjectNode body = Story.JSON.createObjectNode();
        body.set("current", rated(4));
        body.set("residual", rated(residual));
        Story.take(Story.by("ines"), "/api/v1/risks/" + risk + "/assessments", body);
    }

    private static ObjectNode rated(int value) {
        ObjectNode rating = assessment().get("current").deepCopy();
        ((ObjectNode) rating.get("likelihood")).put("value", value);
        rating.get("impact").forEach(impact -> ((ObjectNode) impact).put("value", value));
        return rating;
    }

    private static JsonNode work(RequestSpecification by) {
        return Story.json(by.get(WORK).then().statusCode(200).extract().response());
    }

    private static List<String> ids(JsonNode work) {
        List<String> ids = new ArrayList<>();
        work.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String risk(String title) {
        return risk(title, null);
    }

    private String risk(String title, @Nullable Instant stated) {
        ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("context", Story.context(0)).put("title", title).put("owner", owner);
        RequestSpecification request = Story.by("ines");
        Story.take(stated == null ? request : request.header("Stated-At", stated.toString()), "/api/v1/risks", body);
        return id;
    }

    private static ObjectNode assessment() {
        ObjectNode body = Story.JSON.createObjectNode();
        body.set(
                "current",
                Story.find(Story.ACME, "Backups")
                        .at("/assessments/0/body/current")
                        .deepCopy());
        return body;
    }

    private static void assess(String risk) {
        Story.take(Story.by("ines"), "/api/v1/risks/" + risk + "/assessments", assessment());
    }

    private ObjectNode plan(String risk) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("risk", risk)
                .put("title", "Restore whole servers")
                .put("option", "modify");
        body.putArray("controls").addObject().put("reference", "A.8.13");
        body.putArray("actions")
                .addObject()
                .put("title", "Restore the file servers")
                .put("owner", doer)
                .put("targetDate", "2026-01-31")
                .put("successCriterion", "They run again within a day")
                .put("resources", "Two people for a week");
        body.set("residual", assessment().get("current"));
        return body;
    }
}
