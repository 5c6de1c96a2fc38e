package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-11, RSK-12: treatment plans")
class TreatmentTest {

    private static final String PLANS = "/api/v1/treatment-plans";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    EventLog log;

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-12: a plan travels from its draft to its completion, and tells it all")
    void a_plan_travels_from_draft_to_completion() {
        String risk = Story.newRisk(Story.context(0), "Restores are tried with single files only");
        Response drafted = Story.take(Story.by("ines"), PLANS, draft(risk, "2027-03-31"));
        assertThat(drafted.statusCode()).isEqualTo(201);
        JsonNode plan = Story.json(drafted);
        String path = PLANS + "/" + plan.path("id").asText();
        assertThat(drafted.header("Location")).endsWith(path);
        assertThat(plan.path("key").asText()).matches("PLAN-[0-9]+");
        assertThat(plan.path("status").asText()).isEqualTo("draft");
        assertThat(plan.path("actions").findValuesAsText("id")).containsExactly("1", "2");
        assertThat(plan.path("actionOwners").get(0).asText()).isEqualTo("otto");

        revise("ivan", path, aim());
        Response submitted = Story.take(Story.by("ines"), path + "/submissions", null);
        assertThat(Story.json(submitted).path("residualBand").asText()).isNotBlank();
        assertThat(Story.json(submitted).path("methodologyVersion").asInt()).isEqualTo(1);
        assertThat(Story.json(submitted).path("authors"))
                .extracting(JsonNode::asText)
                .containsExactly("ines", "ivan");
        JsonNode returned = Story.json(Story.take(
                Story.by("rosa"),
                path + "/returns",
                Story.JSON.createObjectNode().put("reason", "Name both servers")));
        assertThat(returned.path("status").asText()).isEqualTo("draft");
        assertThat(returned.path("returnedBecause").asText()).isEqualTo("Name both servers");
        assertThat(returned.hasNonNull("residualLevel")).isFalse();
        String etag = Story.take(Story.by("ines"), path + "/submissions", null).header("ETag");
        JsonNode approved =
                Story.json(Story.take(Story.by("rosa").header("If-Match", etag), path + "/approvals", null));
        assertThat(approved.path("approvedBy").asText()).isEqualTo("rosa");
        assertThat(approved.path("nextDue").asText()).isEqualTo("2027-03-31");
        Instant then = Instant.now();

        JsonNode begun = Story.json(Story.take(
                Story.by("otto"),
                path + "/actions/1/progress-reports",
                Story.JSON.createObjectNode().put("percent", 60).put("remark", "One server is done")));
        assertThat(begun.path("status").asText()).isEqualTo("in-progress");
        assertThat(begun.path("percent").asInt()).isEqualTo(30);
        JsonNode moved = Story.json(Story.take(
                Story.by("otto"),
                path + "/actions/1/target-dates",
                Story.JSON.createObjectNode().put("targetDate", "2027-05-31").put("reason", "Disks are late")));
        assertThat(moved.at("/actions/0/movedFrom").asText()).isEqualTo("2027-03-31");
        complete("ada", path, 1);
        JsonNode completed = complete("otto", path, 2);
        assertThat(completed.path("status").asText()).isEqualTo("completed");
        assertThat(completed.path("percent").asInt()).isEqualTo(100);
        assertThat(completed.at("/actions/0/shownDoneBy").asText()).isEqualTo("ada");

        assertThat(Story.get("vera", PLANS + "/" + plan.path("key").asText())).isEqualTo(completed);
        JsonNode past = Story.get("vera", path + "?asOf=" + then);
        assertThat(past.path("status").asText()).isEqualTo("approved");
        assertThat(past).isEqualTo(approved);
        JsonNode history = Story.get("ada", path + "/history").path("items");
        assertThat(history.findValuesAsText("fact"))
                .containsExactly(
                        "treatment-plan-drafted",
                        "treatment-plan-revised",
                        "treatment-plan-submitted",
                        "treatment-plan-returned",
                        "treatment-plan-submitted",
                        "treatment-plan-approved",
                        "treatment-action-progress-reported",
                        "treatment-action-target-date-moved",
                        "treatment-action-shown-done",
                        "treatment-action-shown-done",
                        "treatment-plan-completed");
        assertThat(history.findValuesAsText("what"))
                .anySatisfy(what -> assertThat(what)
                        .isEqualTo("Target date of action 1 moved from 2027-03-31 to 2027-05-31: Disks are late"))
                .anySatisfy(what -> assertThat(what)
                        .startsWith("Approved by the risk owner: to modify the risk")
                        .endsWith("written by ines, ivan"));
        assertThat(history.get(7).path("reason").asText()).isEqualTo("Disks are late");
    }

    @Test
    @DisplayName("RSK-12: approval is refused to the author, to who is not the risk owner, and unread")
    void approval_is_for_the_risk_owner_who_did_not_write_it() {
        String risk = Story.newRisk(Story.context(0), "Approved by whom");
        String path = submitted("ines", risk);
        assertThat(refused(428, Story.by("rosa"), path + "/approvals")
                        .path("code")
                        .asText())
                .isEqualTo("precondition-required");
        refused(412, Story.by("rosa").header("If-Match", "\"1\""), path + "/approvals");
        refused(403, Story.by("ines").header("If-Match", "\"3\""), path + "/approvals");
        assertRule(refused(403, Story.by("otto").header("If-Match", "\"3\""), path + "/approvals"), "RSK-12");

        String own = submitted("rosa", Story.newRisk(Story.context(0), "Written by its owner"));
        JsonNode author = refused(403, Story.by("rosa").header("If-Match", "\"3\""), own + "/approvals");
        assertRule(author, "RSK-12");
        assertThat(author.path("detail").asText()).contains("cannot approve");

        Story.take(Story.by("rosa").header("If-Match", "\"3\""), path + "/approvals", null);
        assertRule(refused(409, Story.by("rosa").header("If-Match", "\"4\""), path + "/approvals"), "RSK-12");
        assertRule(refused(409, Story.by("ines"), path + "/submissions"), "RSK-12");
    }

    @Test
    @DisplayName("RSK-11, RSK-12: what a plan lacks is named when it is submitted, a level off the scale at once")
    void what_is_missing_is_named() {
        String risk = Story.newRisk(Story.context(0), "Gaps in the plan");
        String path = PLANS + "/"
                + Story.json(Story.take(
                                Story.by("ines"),
                                PLANS,
                                Story.JSON
                                        .createObjectNode()
                                        .put("risk", risk)
                                        .put("title", "Share it")
                                        .put("option", "share")))
                        .path("id")
                        .asText();
        JsonNode option = refused(422, Story.by("ines"), path + "/submissions");
        assertRule(option, "RSK-11");
        assertThat(option.path("violations").findValuesAsText("pointer")).containsExactly("/otherParty");
        revise("ines", path, Story.JSON.createObjectNode().put("otherParty", "Insurer of the works"));
        JsonNode actions = refused(422, Story.by("ines"), path + "/submissions");
        assertRule(actions, "RSK-12");
        assertThat(actions.path("violations").findValuesAsText("pointer")).containsExactly("/actions");

        ObjectNode off = aim();
        ((ObjectNode) off.at("/residual/likelihood")).put("value", 9);
        ((ObjectNode) off.at("/residual/impact")).remove("fines");
        Response response = Story.by("ines")
                .contentType("application/merge-patch+json")
                .body(off.toString())
                .patch(path);
        assertThat(response.statusCode()).isEqualTo(422);
        assertRule(Story.json(response), "RSK-12");
        assertThat(Story.json(response).path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/residual/likelihood/value", "/residual/impact/fines");
        assertThat(refused(
                                400,
                                body("ines", "{\"risk\":\"" + risk + "\",\"title\":\"x\",\"option\":\"ignore\"}"),
                                PLANS)
                        .path("violations")
                        .findValuesAsText("pointer"))
                .contains("/option");
        refused(404, body("ines", "{\"risk\":\"RISK-999999\",\"title\":\"x\"}"), PLANS);
        refused(403, body("vera", "{\"risk\":\"" + risk + "\",\"title\":\"x\"}"), PLANS);
    }

    @Test
    @DisplayName("RSK-12: who may report, who may show it done, and when")
    void carrying_out_is_refused_to_the_wrong_people_and_too_early() {
        String risk = Story.newRisk(Story.context(0), "Carried out by whom");
        String path = submitted("ines", risk);
        String evidence = "{\"evidence\":\"Restored both\"}";
        assertRule(refused(409, body("ada", evidence), path + "/actions/1/completions"), "RSK-12");
        Story.take(Story.by("rosa").header("If-Match", "\"3\""), path + "/approvals", null);

        assertRule(refused(403, body("otto", evidence), path + "/actions/1/completions"), "RSK-12");
        assertRule(refused(404, body("ada", evidence), path + "/actions/9/completions"), "RSK-12");
        assertRule(refused(403, body("rosa", "{\"percent\":10}"), path + "/actions/1/progress-reports"), "RSK-12");
        JsonNode share = refused(422, body("otto", "{\"percent\":110}"), path + "/actions/1/progress-reports");
        assertRule(share, "RSK-12");
        assertThat(share.path("violations").findValuesAsText("pointer")).containsExactly("/percent");
        refused(403, body("vera", "{\"percent\":10}"), path + "/actions/1/progress-reports");
        assertRule(refused(403, body("otto", "{\"reason\":\"Not mine\"}"), path + "/withdrawals"), "RSK-12");
        Story.take(
                Story.by("rosa"),
                path + "/withdrawals",
                Story.JSON.createObjectNode().put("reason", "Too dear"));
        assertRule(refused(409, body("otto", "{\"percent\":10}"), path + "/actions/1/progress-reports"), "RSK-12");
    }

    @Test
    @DisplayName("ALL-8: plans are listed by risk, status, owner, option and delay, and exported")
    void plans_are_listed_and_exported() {
        String risk = Story.newRisk(Story.context(0), "Listed");
        String late = approved(risk, LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        String early = approved(risk, LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        Instant then = Instant.now();
        String of = PLANS + "?sort=nextDue&risk=" + risk;
        assertThat(ids(of)).containsExactly(late, early);
        assertThat(ids(of + "&overdue=true")).containsExactly(late);
        assertThat(ids(of + "&overdue=false")).containsExactly(early);
        assertThat(ids(of + "&overdue=true&asOf=" + then)).containsExactly(late);
        assertThat(ids(of + "&status=approved,draft&option=modify&owner=otto")).containsExactly(late, early);
        assertThat(ids(of + "&owner=rosa")).containsExactly(late, early);
        assertThat(ids(of + "&owner=vera")).isEmpty();
        assertThat(ids(of + "&option=avoid")).isEmpty();
        assertThat(ids(of + "&q=restore")).containsExactly(late, early);

        Story.take(
                Story.by("rosa"),
                PLANS + "/" + late + "/withdrawals",
                Story.JSON.createObjectNode().put("reason", "Other plan"));
        assertThat(ids(of + "&overdue=true")).isEmpty();
        assertThat(ids(of + "&overdue=true&asOf=" + then)).as("as it was").containsExactly(late);

        Response csv = Story.by("vera").accept("text/csv").get(of);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString()).contains("nextDue").contains(late).contains(early);
        assertThat(Story.by("vera").accept(XLSX).get(of).contentType()).startsWith(XLSX);
        assertThat(Story.by("vera").get(PLANS + "?overdue=maybe").statusCode()).isEqualTo(400);
        assertThat(Story.by("tina").get(PLANS).statusCode()).isEqualTo(403);
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        Story.get("vera", path)
                .path("items")
                .forEach(plan -> ids.add(plan.path("id").asText()));
        return ids;
    }

    private static String approved(String risk, String due) {
        ObjectNode body = draft(risk, due);
        body.setAll(aim());
        String path = PLANS + "/"
                + Story.json(Story.take(Story.by("ines"), PLANS, body))
                        .path("id")
                        .asText();
        String etag = Story.take(Story.by("ines"), path + "/submissions", null).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), path + "/approvals", null);
        return path.substring(PLANS.length() + 1);
    }

    /** The path of a plan at version 3. */
    private static String submitted(String author, String risk) {
        String path = PLANS + "/"
                + Story.json(Story.take(Story.by(author), PLANS, draft(risk, "2027-03-31")))
                        .path("id")
                        .asText();
        revise(author, path, aim());
        Story.take(Story.by(author), path + "/submissions", null);
        return path;
    }

    private static ObjectNode draft(String risk, String due) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("risk", risk)
                .put("title", "Restore whole servers every quarter")
                .put("option", "modify");
        body.putArray("controls").addObject().put("reference", "A.8.13").put("source", "ISO/IEC 27001:2022 Annex A");
        body.putArray("actions")
                .add(action("Restore the file servers", "otto", due))
                .add(action("Restore the product data system", "rosa", "2099-06-30"));
        return body;
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

    private static ObjectNode aim() {
        ObjectNode aim = Story.JSON.createObjectNode();
        aim.set(
                "residual",
                Story.find(Story.ACME, "Backups")
                        .at("/assessments/0/body/current")
                        .deepCopy());
        return aim;
    }

    private static void revise(String person, String path, ObjectNode patch) {
        Response response = Story.by(person)
                .contentType("application/merge-patch+json")
                .body(patch.toString())
                .patch(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    private static JsonNode complete(String person, String path, int action) {
        return Story.json(Story.take(
                Story.by(person),
                path + "/actions/" + action + "/completions",
                Story.JSON.createObjectNode().put("evidence", "Restored and compared")));
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
