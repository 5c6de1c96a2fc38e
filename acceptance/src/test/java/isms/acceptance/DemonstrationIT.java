package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the demonstration organization shows of its controls, before anybody has worked with it. */
@Order(1)
class DemonstrationIT {

    private static final String TOM = "00000001-0000-4000-8000-000000000003";
    private static final String CONTROLS = "/api/v1/controls";
    /** Within which the system has recorded what passed while nobody looked. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static String statement = "";

    @BeforeAll
    static void up() {
        Stack.isUp();
        JsonPath found = read("/api/v1/statements-of-applicability?scope=019800ac-0005-7000-8000-000000000001");
        assertThat(found.getList("items")).as(Stack.log("stack")).hasSize(1);
        statement = "/api/v1/statements-of-applicability/" + found.getString("items[0].key");
    }

    private static JsonPath read(String path) {
        Response response = Stack.as("vera").get(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    @Test
    @DisplayName("the whole of it went in")
    void it_went_in() {
        assertThat(Stack.log("stack"))
                .contains("demonstration    ready")
                .doesNotContain("The demonstration is incomplete");
    }

    @Test
    @DisplayName(
            "CTL-9, CTL-11: a statement with 93 decided lines of Annex A is in force, approved by somebody else than its author")
    void the_statement() {
        JsonPath shown = read(statement);
        assertThat(shown.getInt("versionInForce")).isEqualTo(1);
        assertThat(shown.getString("versions[0].approvedBy")).isEqualTo(TOM);
        JsonPath lines = read(statement + "/lines?version=1&annexA=true&limit=500");
        assertThat(lines.getList("items")).hasSize(93);
        assertThat(lines.getList("items.decided", Boolean.class)).containsOnly(true);
        List<Map<String, Object>> excluded = lines.getList("items.findAll { it.applicable == false }");
        assertThat(excluded).hasSize(5);
        assertThat(excluded)
                .allSatisfy(line -> assertThat((String) line.get("exclusion")).isNotBlank());
        List<Map<String, Object>> included = lines.getList("items.findAll { it.applicable == true }");
        assertThat(included).hasSize(88);
        assertThat(included)
                .allSatisfy(
                        line -> assertThat((List<?>) line.get("justifications")).isNotEmpty());
        assertThat(lines.getList("items.status"))
                .contains("not-started", "planned", "in-progress", "implemented", "operating");
    }

    @Test
    @DisplayName("CTL-10: what approved treatment plans need is in it, with the plan as reason")
    void what_plans_need() {
        for (String control : List.of("A.8.20", "A.8.5", "A.8.22", "A.7.10", "A.8.7")) {
            assertThat(read(statement + "/lines?version=1&q=" + control).getList("items.needs.flatten()"))
                    .as(control)
                    .isNotEmpty();
        }
        assertThat(read(statement + "/lines?version=1&annexA=false").getList("items.title", String.class))
                .as("one control beyond Annex A")
                .containsExactly("Jump host for remote maintenance");
    }

    @Test
    @DisplayName("CTL-12: the draft of the next version differs in one line")
    void the_difference() {
        assertThat(read(statement).getInt("latestVersion")).isEqualTo(2);
        JsonPath difference = read(statement + "/differences?from=1&to=2");
        assertThat(difference.getList("lines.control", String.class)).containsExactly("A.8.30");
        assertThat(difference.getString("lines[0].fields.find { it.field == 'applicable' }.to"))
                .isNotBlank();
    }

    @Test
    @DisplayName(
            "CTL-4, CTL-6: sixty controls in every state of implementation, with owners, and an order for what is left to do")
    void the_controls() {
        JsonPath controls = read(CONTROLS + "?limit=500");
        List<Map<String, Object>> told = controls.getList("items.findAll { it.createdAt < '%s' }"
                .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(30)));
        assertThat(told).hasSize(60);
        assertThat(told)
                .extracting(control -> control.get("status"))
                .contains("planned", "in-progress", "implemented", "operating", "retired");
        assertThat(told).extracting(control -> control.get("owner")).doesNotContainNull();
        JsonPath sequence = read(CONTROLS + "/sequence");
        assertThat(sequence.getList("waves").size()).isGreaterThanOrEqualTo(3);
        assertThat(sequence.getList("criticalPath")).isNotEmpty();
        assertThat(read(CONTROLS + "/duplicates").getString("items")).contains("Visitor badge");
        assertThat(read(CONTROLS + "?effectiveness=effective&limit=500")
                        .getList("items")
                        .size())
                .isGreaterThan(10);
        assertThat(read(CONTROLS + "?effectiveness=ineffective").getList("items.title", String.class))
                .contains("Patch days in step with production");
        assertThat(read(CONTROLS + "?effectiveness=in-doubt").getList("items.title", String.class))
                .contains("Rights on shares, recipes and control programs");
    }

    @Test
    @DisplayName(
            "CTL-7, ALL-7: evidence has aged: controls whose last test is out of date are untested again, by a recorded fact")
    void aged_evidence() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(CONTROLS + "?effectiveness=untested&sort=testedOn&limit=500")
                                .getList("items.findAll { it.testedOn != null }.title", String.class))
                        .contains(
                                "Yearly review of service providers",
                                "Visitor badges and escort at the gate",
                                "Uninterruptible supply, tested under load",
                                "Administrator accounts apart, reviewed each quarter"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(CONTROLS + "?overdue=true").getList("items"))
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    @DisplayName("CTL-8: evidence by link and by machines, the oldest first")
    void evidence() {
        assertThat(read("/api/v1/evidence?sort=collectedAt&limit=500")
                        .getList("items")
                        .size())
                .isGreaterThanOrEqualTo(40);
        assertThat(read("/api/v1/evidence?kind=result&limit=500").getList("items.outcome", String.class))
                .contains("pass", "warn", "fail");
    }

    @Test
    @DisplayName("CTL-14: Annex A is covered for the most part, as data and as a picture; the risks see what failed")
    void coverage_and_flags() {
        JsonPath coverage = read("/api/v1/coverage");
        assertThat(coverage.getInt("total.requirements")).isEqualTo(93);
        assertThat(coverage.getInt("total.covered")).isBetween(30, 80);
        assertThat(coverage.getInt("total.partly")).isGreaterThan(5);
        assertThat(coverage.getInt("total.not")).isGreaterThan(3);
        assertThat(read("/api/v1/coverage?framework=nist-csf-2.0").getInt("total.covered"))
                .isGreaterThan(10);
        Response picture = Stack.as("vera").accept("image/svg+xml").get("/api/v1/coverage");
        assertThat(picture.asString()).contains("<svg", "of 93 requirements covered");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                read("/api/v1/risks?flagged=true&flagCause=control-found-ineffective&limit=500")
                                        .getList("items.title", String.class))
                        .contains("Malicious software comes with the programming notebook"));
    }
}
