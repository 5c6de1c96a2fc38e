package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-15: the counts that heat maps are made of")
class RiskCountsTest {

    private static final String HEAT_MAP = "/api/v1/heat-map";
    private static final String PLANS = "/api/v1/treatment-plans";
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    @Inject
    @DataSource("writer")
    javax.sql.DataSource database;

    /** What a rule forbade at its moment. */
    private final Set<String> refused = new TreeSet<>();

    @BeforeEach
    void told() {
        Story.told();
    }

    @Test
    @DisplayName("RSK-14, RSK-15: whatever happens to risks and plans, they count what the register holds")
    void they_count_what_the_register_holds() throws SQLException {
        Random random = new Random(20261128);
        List<String> risks = new ArrayList<>(List.of(Story.newRisk(Story.context(0), "Counted first")));
        List<String> plans = new ArrayList<>();
        int[] done = new int[7];
        for (int step = 0; step < 90; step++) {
            int what = random.nextInt(7);
            String risk = risks.get(random.nextInt(risks.size()));
            boolean taken = switch (what) {
                case 0 -> risks.add(Story.newRisk(Story.context(0), "Counted " + step));
                case 1, 2 -> assess(risk, 4 + random.nextInt(2), 1 + random.nextInt(4));
                case 3 -> plan(risk, plans);
                case 4 ->
                    !plans.isEmpty()
                            && sent(
                                    "rosa",
                                    plans.remove(random.nextInt(plans.size())) + "/withdrawals",
                                    reason("Too dear"));
                case 5 ->
                    sent(
                            "tom",
                            "/api/v1/risks/" + risk + "/acceptances",
                            Story.JSON
                                    .createObjectNode()
                                    .put("justification", "Until the machine is replaced")
                                    .put("until", SOON.toString()));
                default ->
                    random.nextInt(3) == 0 && sent("ines", "/api/v1/risks/" + risk + "/retirements", reason("Sold"));
            };
            done[what] += taken ? 1 : 0;
            if (random.nextInt(4) == 0) {
                count();
            }
            if (step % 30 == 15) {
                assertCountsOfTheRegister();
            }
        }
        assertThat(done).as("each of it has happened; refused: %s", refused).doesNotContain(0);
        count();
        assertCountsOfTheRegister();
        assertThat(number("select count(*) from risk_count where open_from = '-infinity'"))
                .isPositive();
        assertThat(number("select count(*) from risk_count where open_from = date '" + SOON.plusDays(1) + "'"))
                .as("open again when the acceptance has passed")
                .isPositive();
    }

    @Test
    @DisplayName("RSK-15: they are not used, and made anew, when the register was rebuilt")
    void a_rebuild_is_counted_anew() throws SQLException {
        count();
        execute("update risk_count set risks = risks + 1");
        String operator = Tokens.of("acme", "olga", "operator");
        String rebuild = Story.with(operator)
                .post("/api/v1/operations/projections/risk-register/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Story.json(Story.with(operator).get(rebuild))
                        .path("state")
                        .asText()
                        .equals("completed"));
        assertSameAsTheRegister();
        count();
        assertCountsOfTheRegister();
    }

    @Test
    @DisplayName("RSK-15: they are not used, and made anew, when facts were projected behind them")
    void what_is_projected_late_is_counted_anew() throws SQLException {
        count();
        execute("update risk_count set risks = risks + 1");
        execute("update projection_progress set retried = retried + 1 where name = 'risk-register'");
        assertSameAsTheRegister();
        count();
        assertCountsOfTheRegister();
    }

    @Test
    @DisplayName("RSK-15: they follow the register by themselves")
    void they_follow_by_themselves() throws SQLException {
        String risk = Story.newRisk(Story.context(0), "Counted by itself");
        long position = number("select max(position) from event_log");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> number("select position from risk_count_reached") >= position);
        assertSameAsTheRegister();
    }

    /** What is kept is what a count of everything gives, and each map is that of the register itself. */
    private void assertCountsOfTheRegister() throws SQLException {
        assertSameAsTheRegister();
        String kept = "select * from risk_count";
        String anew = "select * from risk_count_change(0, (select position from risk_count_reached))";
        for (String difference : List.of(kept + " except " + anew, anew + " except " + kept)) {
            assertThat(number("select count(*) from (" + difference + ") d"))
                    .as(difference)
                    .isZero();
        }
    }

    /** A past moment is counted from the register, so the map of this very moment is what the kept counts must give. */
    private static void assertSameAsTheRegister() {
        for (String rating : List.of("inherent", "current", "residual", "target")) {
            for (String impact : List.of("overall", "business", "regulatory")) {
                assertSame("?rating=" + rating + "&impact=" + impact);
            }
        }
        assertSame("?status=retired,registered&context=" + Story.context(0));
        assertSame("?kind=opportunity");
    }

    private static void assertSame(String query) {
        JsonNode kept = Story.get("vera", HEAT_MAP + query);
        JsonNode counted = Story.get("vera", HEAT_MAP + query + "&asOf=" + Instant.now());
        assertThat(numbers(kept)).as(query).isEqualTo(numbers(counted));
    }

    /** The answer without its moment, and without links, which carry it. */
    private static JsonNode numbers(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        ((ObjectNode) copy).remove("asOf");
        copy.findParents("risks").forEach(parent -> ((ObjectNode) parent).remove("risks"));
        return copy;
    }

    private boolean assess(String risk, int current, int residual) {
        ObjectNode body = Story.JSON.createObjectNode();
        body.set("current", rating(current));
        body.set("residual", rating(residual));
        return sent("ines", "/api/v1/risks/" + risk + "/assessments", body);
    }

    private static ObjectNode rating(int likelihood) {
        ObjectNode rating = (ObjectNode) Story.find(Story.ACME, "Backups")
                .at("/assessments/0/body/current")
                .deepCopy();
        ((ObjectNode) rating.path("likelihood")).put("value", likelihood);
        rating.path("impact").forEach(impact -> ((ObjectNode) impact).put("value", 3));
        return rating;
    }

    private boolean plan(String risk, List<String> plans) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("risk", risk)
                .put("title", "Restore whole servers every quarter")
                .put("option", "modify");
        body.putArray("controls").addObject().put("reference", "A.8.13").put("source", "ISO/IEC 27001:2022 Annex A");
        body.putArray("actions")
                .addObject()
                .put("title", "Restore the file servers")
                .put("owner", "otto")
                .put("targetDate", SOON.toString())
                .put("successCriterion", "They run again within a day")
                .put("resources", "Two people for a week")
                .putArray("controls")
                .add("A.8.13");
        body.set("residual", Story.find(Story.ACME, "Backups").at("/assessments/0/body/current"));
        String path = PLANS + "/" + body.path("id").asText();
        return sent("ines", PLANS, body)
                && sent("ines", path + "/submissions", null)
                && sent("rosa", path + "/approvals", null)
                && plans.add(path);
    }

    private static ObjectNode reason(String reason) {
        return Story.JSON.createObjectNode().put("reason", reason);
    }

    private boolean sent(String person, String path, JsonNode body) {
        var request = Story.by(person);
        String of = path.replaceFirst("/(submissions|approvals|acceptances)$", "");
        if (!of.equals(path)) {
            String etag = Story.by(person).get(of).header("ETag");
            if (etag != null) {
                request.header("If-Match", etag);
            }
        }
        if (body != null) {
            request.contentType("application/json").body(body.toString());
        }
        var response = request.post(path);
        assertThat(response.statusCode()).as(response.asString()).isLessThan(500);
        String token = response.header("Consistency-Token");
        if (token != null) {
            Story.seen(token);
        }
        if (response.statusCode() >= 300) {
            refused.add(path.replaceFirst(".*/", "") + ": "
                    + Story.json(response).path("detail").asText());
        }
        return response.statusCode() < 300;
    }

    private void count() throws SQLException {
        execute("select count_risks()");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
