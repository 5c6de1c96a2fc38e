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
import isms.platform.query.ConsistencyToken;
import isms.platform.testing.IsmsInfrastructure;
import isms.risk.risk.AcceptanceExpiry;
import isms.risk.risk.RiskType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-13, RSK-14: acceptance of residual risk, and what is open in spite of the criteria")
class AcceptanceTest {

    private static final String RISKS = "/api/v1/risks";
    private static final String PLANS = "/api/v1/treatment-plans";
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    private static final LocalDate LATER = LocalDate.now(ZoneOffset.UTC).plusMonths(6);

    @Inject
    EventLog log;

    @Inject
    Commands commands;

    @Inject
    RiskType type;

    @Inject
    AcceptanceExpiry expiry;

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-13: within the criteria the owner accepts; the rating is frozen; another level makes it stale")
    void the_owner_accepts_within_the_criteria() {
        String risk = newRisk("Accepted by its owner");
        assess(risk, 4, 2);
        JsonNode before = Story.get("rosa", risk);
        Instant open = Instant.now();

        JsonNode accepted = Story.json(accept("rosa", risk, null, null));
        assertThat(accepted.path("acceptance").asText()).isEqualTo("accepted");
        assertThat(accepted.path("acceptedBy").asText()).isEqualTo("rosa");
        assertThat(accepted.path("acceptedAs").asText()).isEqualTo("risk-owner");
        assertThat(accepted.hasNonNull("acceptedUntil")).isFalse();
        assertThat(accepted.path("acceptedLevel")).isEqualTo(before.path("residualLevel"));
        assertThat(accepted.path("acceptedBand")).isEqualTo(before.path("residualBand"));
        assertThat(accepted.at("/acceptedRating/assessment").asInt()).isEqualTo(1);
        assertThat(accepted.at("/acceptedRating/assessedBy").asText()).isEqualTo("ines");
        assertThat(accepted.at("/acceptedRating/applied/version").asInt()).isEqualTo(1);
        assertThat(accepted.at("/acceptedRating/residual/rating")).isEqualTo(before.at("/assessment/residual/rating"));
        assertThat(Story.get("vera", risk)).isEqualTo(accepted);
        Instant held = Instant.now();

        JsonNode same = Story.json(assess(risk, 3, 2));
        assertThat(same.path("acceptance").asText())
                .as("the same residual level")
                .isEqualTo("accepted");
        long version = same.path("version").asLong();
        JsonNode stale = Story.json(assess(risk, 4, 1));
        assertThat(stale.path("version").asLong()).as("both in one decision").isEqualTo(version + 2);
        assertThat(stale.path("acceptance").asText()).isEqualTo("stale");
        assertThat(stale.path("acceptanceEndedBecause").asText())
                .contains("residual level is " + stale.path("residualBand").asText())
                .contains("accepted was " + accepted.path("acceptedBand").asText());
        assertThat(stale.path("acceptedLevel")).as("frozen").isEqualTo(accepted.path("acceptedLevel"));

        JsonNode renewed = Story.json(accept("rosa", risk, "Again", null));
        assertThat(renewed.path("acceptance").asText()).isEqualTo("accepted");
        assertThat(renewed.hasNonNull("acceptanceEndedBecause")).isFalse();
        assertThat(Story.get("vera", risk + "?asOf=" + open).path("acceptance").asText())
                .isEqualTo("none");
        assertThat(Story.get("vera", risk + "?asOf=" + held)).isEqualTo(accepted);

        JsonNode history = Story.get("ada", risk + "/history").path("items");
        assertThat(history.findValuesAsText("fact"))
                .containsExactly(
                        "risk-registered",
                        "risk-assessed",
                        "residual-risk-accepted",
                        "risk-assessed",
                        "risk-assessed",
                        "risk-acceptance-became-stale",
                        "residual-risk-accepted");
        assertThat(history.get(2).path("what").asText())
                .startsWith("Residual level " + accepted.path("acceptedBand").asText())
                .contains("within the acceptance criteria of version 1", "accepted by the risk owner");
        assertThat(history.get(5).path("what").asText())
                .startsWith("Acceptance became stale, the risk is open again: The residual level is");
        assertThat(history.get(6).path("reason").asText()).isEqualTo("Again");
    }

    @Test
    @DisplayName(
            "RSK-13: above the criteria top management accepts for a time; the last day passes and the risk is open again")
    void top_management_accepts_above_the_criteria() throws SQLException {
        String risk = newRisk("Accepted by top management");
        assess(risk, 4, 4);
        JsonNode owner = refused(403, signed("rosa", risk, terms("Too dear", LATER)), risk + "/acceptances");
        assertRule(owner);
        assertThat(owner.path("detail").asText()).contains("above the acceptance criteria of version 1");
        assertThat(owner.path("remedy").asText()).contains("top management");
        JsonNode terms = refused(422, signed("tom", risk, terms(null, null)), risk + "/acceptances");
        assertRule(terms);
        assertThat(terms.path("violations").findValuesAsText("pointer")).containsExactly("/justification", "/until");
        for (LocalDate odd : List.of(LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1))) {
            JsonNode late = refused(422, signed("tom", risk, terms("Too dear", odd)), risk + "/acceptances");
            assertRule(late);
            assertThat(late.path("violations").findValuesAsText("pointer")).containsExactly("/until");
        }

        JsonNode accepted = Story.json(accept("tom", risk, "The machine is replaced", SOON));
        assertThat(accepted.path("acceptedAs").asText()).isEqualTo("top-management");
        assertThat(accepted.path("acceptedUntil").asText()).isEqualTo(SOON.toString());
        assertThat(accepted.path("acceptanceJustification").asText()).isEqualTo("The machine is replaced");
        assertThat(accepted.path("acceptedAboveCriteria").asBoolean()).isTrue();
        assertThat(ids("accepted=true")).contains(id(risk));
        assertThat(ids("acceptance=accepted&acceptedBy=tom&acceptedAboveCriteria=true&acceptanceEndsBefore="
                        + SOON.plusDays(1) + "&sort=acceptedUntil"))
                .contains(id(risk));
        assertThat(ids("accepted=true&acceptanceEndsBefore=" + SOON)).doesNotContain(id(risk));
        assertThat(ids("untreated=true")).doesNotContain(id(risk));
        String dayAfter = "&asOf=" + SOON.plusDays(1) + "T00:00:00Z";
        assertThat(ids("untreated=true" + dayAfter))
                .as("open on the day after the last, recorded or not")
                .contains(id(risk));
        assertThat(ids("accepted=true" + dayAfter)).doesNotContain(id(risk));
        assertThat(ids("accepted=false" + dayAfter)).contains(id(risk));

        Instant onTheLastDay = SOON.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
        assertThat(passed(onTheLastDay)).doesNotContain(id(risk));
        Instant passing = onTheLastDay.plusSeconds(1);
        assertThat(passed(passing)).contains(id(risk));
        expire(risk, passing);
        assertThat(passed(passing)).as("recorded once").doesNotContain(id(risk));
        long head = log.head();
        expire(risk, passing);
        assertThat(log.head()).as("a second time").isEqualTo(head);

        JsonNode expired = Story.get("vera", risk);
        assertThat(expired.path("acceptance").asText()).isEqualTo("expired");
        assertThat(expired.path("acceptanceEndedBecause").asText()).isEqualTo("It held until " + SOON + ".");
        assertThat(expired.path("acceptanceEndedBy").asText()).isEqualTo("system");
        assertThat(ids("untreated=true")).as("open again").contains(id(risk));
        assertThat(ids("acceptance=expired")).contains(id(risk));
        assertThat(Story.get("ada", risk + "/history")
                        .path("items")
                        .findValuesAsText("what")
                        .getLast())
                .isEqualTo("Acceptance expired, the risk is open again: It held until " + SOON + ".");
    }

    @Test
    @DisplayName("RSK-13: what is refused, by whom, and what to do")
    void what_is_refused() {
        String risk = newRisk("Refused in many ways");
        assertRule(refused(409, signed("rosa", risk, terms(null, null)), risk + "/acceptances"));
        assess(risk, 4, null);
        assertRule(refused(409, signed("rosa", risk, terms(null, null)), risk + "/acceptances"));
        assess(risk, 4, 2);
        assertThat(refused(428, body("rosa", terms(null, null)), risk + "/acceptances")
                        .path("code")
                        .asText())
                .isEqualTo("precondition-required");
        refused(412, body("rosa", terms(null, null)).header("If-Match", "\"1\""), risk + "/acceptances");
        assertRule(refused(403, signed("otto", risk, terms(null, null)), risk + "/acceptances"));
        assertRule(refused(403, signed("tom", risk, terms("Mine", SOON)), risk + "/acceptances"));
        refused(403, signed("ines", risk, terms(null, null)), risk + "/acceptances");
        refused(403, signed("vera", risk, terms(null, null)), risk + "/acceptances");
        refused(400, body("rosa", "{\"until\":\"next spring\"}").header("If-Match", "\"3\""), risk + "/acceptances");
        refused(
                404,
                Story.by("globex", "rosa")
                        .header("If-Match", "\"3\"")
                        .contentType("application/json")
                        .body(terms(null, null)),
                risk + "/acceptances");
        assertRule(refused(409, body("rosa", "{\"reason\":\"None\"}"), risk + "/acceptance-revocations"));

        accept("rosa", risk, null, null);
        assertRule(refused(409, signed("rosa", risk, terms(null, null)), risk + "/acceptances"));
        refused(422, body("rosa", "{\"reason\":\" \"}"), risk + "/acceptance-revocations");
        refused(422, body("rosa", "{}"), risk + "/acceptance-revocations");
        assertRule(refused(403, body("otto", "{\"reason\":\"Not mine\"}"), risk + "/acceptance-revocations"));
        refused(403, body("ada", "{\"reason\":\"Found\"}"), risk + "/acceptance-revocations");
        JsonNode revoked = Story.json(Story.take(
                Story.by("ines"),
                risk + "/acceptance-revocations",
                Story.JSON.createObjectNode().put("reason", "An incident showed otherwise")));
        assertThat(revoked.path("acceptance").asText()).isEqualTo("revoked");
        assertThat(revoked.path("acceptanceEndedBy").asText()).isEqualTo("ines");
        assertThat(revoked.path("acceptanceEndedBecause").asText()).isEqualTo("An incident showed otherwise");
        assertThat(Story.get("ada", risk + "/history").path("items").findValuesAsText("reason"))
                .contains("An incident showed otherwise");

        Story.take(
                Story.by("rosa"),
                risk + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Gone"));
        refused(409, signed("rosa", risk, terms(null, null)), risk + "/acceptances");
    }

    @Test
    @DisplayName("RSK-13: accepted once however often it is sent")
    void an_idempotency_key_accepts_once() {
        String risk = newRisk("Accepted once");
        assess(risk, 4, 2);
        String etag = Story.by("rosa").get(risk).header("ETag");
        String key = UUID.randomUUID().toString();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(Story.take(
                            Story.by("rosa").header("If-Match", etag).header("Idempotency-Key", key),
                            risk + "/acceptances",
                            terms(null, null))
                    .asString());
        }
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    @Test
    @DisplayName(
            "RSK-14: above the criteria it is counted from the first minute, until a plan is approved or the risk accepted")
    void what_is_open_is_counted_from_the_first_minute() {
        String risk = newRisk("Open from the first minute");
        assertThat(ids("untreated=true")).doesNotContain(id(risk));
        long before = untreated("");
        Instant unassessed = Instant.now();
        assess(risk, 4, 4);
        assertOpen(risk, before);
        Instant open = Instant.now();

        String plan = draft(risk, "modify");
        assertOpen(risk, before);
        String etag = Story.take(Story.by("ines"), plan + "/submissions", null).header("ETag");
        assertOpen(risk, before);
        assertThat(Story.get("vera", RISKS + "/summary?owner=rosa")
                        .path("untreatedAwaitingApproval")
                        .asLong())
                .isPositive();
        Story.take(Story.by("rosa").header("If-Match", etag), plan + "/approvals", null);
        assertThat(untreated("")).as("a plan that its owner answers for").isEqualTo(before);
        assertThat(ids("untreated=true")).doesNotContain(id(risk));
        assertThat(ids("untreated=false")).contains(id(risk));
        Instant planned = Instant.now();
        Story.take(
                Story.by("rosa"),
                plan + "/withdrawals",
                Story.JSON.createObjectNode().put("reason", "Too dear"));
        assertOpen(risk, before);

        accept("tom", risk, "Until the machine is replaced", SOON);
        assertThat(untreated("")).as("accepted").isEqualTo(before);
        Story.take(
                Story.by("rosa"),
                risk + "/acceptance-revocations",
                Story.JSON.createObjectNode().put("reason", "It is not replaced"));
        assertOpen(risk, before);

        assertThat(ids("untreated=true&asOf=" + unassessed)).doesNotContain(id(risk));
        assertThat(untreated("?asOf=" + unassessed)).isEqualTo(before);
        assertThat(ids("untreated=true&asOf=" + open)).contains(id(risk));
        assertThat(untreated("?asOf=" + open)).isEqualTo(before + 1);
        assertThat(ids("untreated=true&asOf=" + planned)).doesNotContain(id(risk));
        assertThat(untreated("?asOf=" + planned)).isEqualTo(before);

        assess(risk, 1, 1);
        assertThat(untreated("")).as("no longer above the criteria").isEqualTo(before);
    }

    @Test
    @DisplayName("RSK-11, RSK-14: an approved plan to retain a risk is no treatment; its acceptance is what counts")
    void retaining_needs_an_acceptance() {
        String risk = newRisk("Retained");
        assess(risk, 4, 4);
        String plan = draft(risk, "retain");
        String etag = Story.take(Story.by("ines"), plan + "/submissions", null).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), plan + "/approvals", null);
        assertThat(ids("untreated=true")).contains(id(risk));
        accept("tom", risk, "Retained as planned", LATER);
        assertThat(ids("untreated=true")).doesNotContain(id(risk));
        assertThat(Story.get("vera", plan).path("status").asText())
                .as("the plan stands")
                .isEqualTo("approved");
    }

    @Test
    @DisplayName("RSK-13, RSK-14: an accepted level that no plan leads to is counted")
    void a_level_that_no_plan_leads_to_is_counted() {
        String risk = newRisk("Relies on a treatment that nobody planned");
        assess(risk, 4, 1);
        accept("rosa", risk, null, null);
        assertThat(ids("acceptedWithoutPlan=true")).contains(id(risk));
        assertThat(ids("untreated=true")).doesNotContain(id(risk));
        String plan = draft(risk, "modify");
        String etag = Story.take(Story.by("ines"), plan + "/submissions", null).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), plan + "/approvals", null);
        assertThat(ids("acceptedWithoutPlan=true")).doesNotContain(id(risk));
        assertThat(ids("acceptedWithoutPlan=false")).contains(id(risk));
    }

    @Test
    @DisplayName("RSK-14: every number of the summary is the number of risks that its link lists, now and then")
    void the_summary_counts_what_its_links_list() {
        for (int[] levels : new int[][] {{4, 4}, {4, 1}, {1, 1}}) {
            String risk = newRisk("Summed up " + levels[0] + levels[1]);
            assess(risk, levels[0], levels[1]);
            accept(levels[1] > 3 ? "tom" : "rosa", risk, "For the summary", SOON);
        }
        String stale = newRisk("Summed up as stale");
        assess(stale, 4, 2);
        accept("rosa", stale, null, null);
        assess(stale, 4, 1);
        Instant then = Instant.now();
        assertSummed("");
        assertSummed("?owner=rosa&unit=" + "Information technology");
        assertSummed("?context=" + Story.context(0));
        accept("rosa", stale, null, null);
        assertSummed("?asOf=" + then);
        assertSummed("?timeline=stated&asOf=" + Story.daysAgo(30));
        assertThat(Story.get("vera", RISKS + "/summary?owner=nobody")
                        .at("/total/count")
                        .asLong())
                .isZero();
        assertThat(Story.by("vera").get(RISKS + "/summary?colour=red").statusCode())
                .isEqualTo(400);
        assertThat(Story.by("vera").get(RISKS + "/summary?context=x").statusCode())
                .isEqualTo(400);
        assertThat(Story.by("tina").get(RISKS + "/summary").statusCode()).isEqualTo(403);
        assertThat(Story.by("vera").get(RISKS + "?untreated=maybe").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("ALL-8: acceptances are exported with the register")
    void acceptances_are_exported() {
        String risk = newRisk("Exported with its acceptance");
        assess(risk, 4, 4);
        accept("tom", risk, "Seen by the auditor", LATER);
        String csv = Story.by("vera")
                .accept("text/csv")
                .get(RISKS + "?accepted=true&acceptedBy=tom")
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("acceptance", "acceptedBy", "acceptedUntil", "acceptanceJustification");
        assertThat(csv).contains("Seen by the auditor").contains(LATER.toString());
    }

    private static void assertSummed(String query) {
        JsonNode summary = Story.get("vera", RISKS + "/summary" + query);
        int seen = 0;
        for (var field : summary.properties()) {
            JsonNode counted = field.getValue();
            if (counted.has("risks")) {
                String link = counted.path("risks").asText();
                JsonNode listed = Story.json(Story.by("vera")
                        .urlEncodingEnabled(false)
                        .get(link + "&count=true&limit=1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .response());
                assertThat(counted.path("count").asLong())
                        .as("%s of the summary%s: %s", field.getKey(), query, link)
                        .isEqualTo(listed.path("total").asLong());
                seen++;
            }
        }
        assertThat(seen).isEqualTo(10);
        if (query.isEmpty()) {
            for (String counted : List.of(
                    "untreated",
                    "accepted",
                    "acceptedAboveCriteria",
                    "acceptedWithoutPlan",
                    "acceptanceEnding",
                    "acceptanceEnded",
                    "aboveCriteria",
                    "unassessed")) {
                assertThat(summary.at("/" + counted + "/count").asLong())
                        .as(counted)
                        .isPositive();
            }
        }
    }

    private void assertOpen(String risk, long before) {
        assertThat(ids("untreated=true")).contains(id(risk));
        assertThat(ids("untreated=false")).doesNotContain(id(risk));
        assertThat(untreated("")).isEqualTo(before + 1);
    }

    /** In the summary and on the heat map: the same number. */
    private static long untreated(String query) {
        long counted = Story.get("vera", RISKS + "/summary" + query)
                .at("/untreated/count")
                .asLong();
        JsonNode onTheMap = Story.get("vera", "/api/v1/heat-map" + query).path("untreated");
        assertThat(onTheMap.path("count").asLong()).as("on the heat map").isEqualTo(counted);
        JsonNode listed = Story.json(Story.by("vera")
                .urlEncodingEnabled(false)
                .get(onTheMap.path("risks").asText() + "&count=true&limit=1"));
        assertThat(listed.path("total").asLong()).as("in the register").isEqualTo(counted);
        return counted;
    }

    /** What the deadline finds, of acme. */
    private List<String> passed(Instant now) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = IsmsInfrastructure.as("risk", "writer");
                var query = database.prepareStatement(expiry.passed())) {
            query.setTimestamp(1, Timestamp.from(now));
            query.setInt(2, 1000);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString("tenant").equals("acme")) {
                        found.add(rows.getString("id"));
                    }
                }
            }
        }
        return found;
    }

    private void expire(String risk, Instant now) {
        UUID any = UUID.randomUUID();
        var outcome = commands.send(
                type,
                UUID.fromString(id(risk)),
                expiry.record(now),
                new Instruction("acme", "system", Set.of(), any, any, null, null, null, null, null));
        Story.seen(new ConsistencyToken("risk", outcome.position()).encoded());
        Story.get("vera", risk);
    }

    private static String newRisk(String title) {
        return RISKS + "/" + Story.newRisk(Story.context(0), title);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @param residual likelihood after treatment; null for no residual level */
    private static Response assess(String risk, int current, @Nullable Integer residual) {
        ObjectNode body = Story.JSON.createObjectNode();
        body.set("current", rating(current));
        if (residual != null) {
            body.set("residual", rating(residual));
        }
        return Story.take(Story.by("ines"), risk + "/assessments", body);
    }

    /** The impact is 3: with likelihood 1 the level is low, with 2 medium, with 4 high. */
    private static ObjectNode rating(int likelihood) {
        ObjectNode rating = (ObjectNode) Story.find(Story.ACME, "Backups")
                .at("/assessments/0/body/current")
                .deepCopy();
        ((ObjectNode) rating.path("likelihood")).put("value", likelihood);
        rating.path("impact").forEach(impact -> ((ObjectNode) impact).put("value", 3));
        return rating;
    }

    private static String draft(String risk, String option) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("risk", id(risk))
                .put("title", "To " + option + " it")
                .put("option", option);
        body.set("residual", rating(1));
        if (option.equals("retain")) {
            body.put("justification", "Nothing can be done about it");
        } else {
            body.putArray("controls").addObject().put("reference", "A.8.13");
            body.putArray("actions")
                    .addObject()
                    .put("title", "Restore whole servers")
                    .put("owner", "otto")
                    .put("targetDate", LATER.toString())
                    .put("successCriterion", "They run again within a day")
                    .put("resources", "Two people for a week");
        }
        return PLANS + "/"
                + Story.json(Story.take(Story.by("ines"), PLANS, body))
                        .path("id")
                        .asText();
    }

    private static Response accept(
            String person, String risk, @Nullable String justification, @Nullable LocalDate until) {
        return Story.take(
                Story.by(person).header("If-Match", Story.by(person).get(risk).header("ETag")),
                risk + "/acceptances",
                terms(justification, until));
    }

    private static String terms(@Nullable String justification, @Nullable LocalDate until) {
        ObjectNode body = Story.JSON.createObjectNode();
        if (justification != null) {
            body.put("justification", justification);
        }
        if (until != null) {
            body.put("until", until.toString());
        }
        return body.toString();
    }

    private static List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        Story.get("vera", RISKS + "?limit=500&fields=id&" + query)
                .path("items")
                .forEach(risk -> ids.add(risk.path("id").asText()));
        return ids;
    }

    private static RequestSpecification body(String person, String json) {
        return Story.by(person).contentType("application/json").body(json);
    }

    private static RequestSpecification signed(String person, String risk, String json) {
        return body(person, json).header("If-Match", Story.by("vera").get(risk).header("ETag"));
    }

    private static void assertRule(JsonNode problem) {
        assertThat(problem.path("rule").asText()).as(problem.toString()).isEqualTo("RSK-13");
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
