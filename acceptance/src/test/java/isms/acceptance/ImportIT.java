package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A register of 10,000 risks, 37 of them bad in different ways, comes in through the gateway. */
@Order(5)
@TestMethodOrder(OrderAnnotation.class)
class ImportIT {

    private static final int ROWS = 10_000;
    private static final int BAD = 37;
    private static final String METHODOLOGY = Ids.next();
    private static final String CONTEXT = Ids.next();
    private static final String HEADING = String.join(
            ",",
            "externalId",
            "title",
            "context",
            "owner",
            "scenario.source",
            "scenario.event",
            "scenario.vulnerability",
            "scenario.consequence",
            "affects",
            "assets",
            "category",
            "assessedAt",
            "current.likelihood",
            "current.likelihood.rationale",
            "current.impact.financial",
            "current.impact.financial.rationale",
            "current.impact.fines",
            "current.impact.fines.rationale");

    private static String file = "";

    @BeforeAll
    static void up() {
        Stack.isUp();
        Stack.as("ines")
                .body(Bodies.methodology(METHODOLOGY, "Imported register"))
                .post("/api/v1/methodologies")
                .then()
                .statusCode(201);
        Stack.as("ines")
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch("/api/v1/methodologies/" + METHODOLOGY)
                .then()
                .statusCode(200);
        Response submitted = Stack.as("ines").post("/api/v1/methodologies/" + METHODOLOGY + "/submissions");
        Stack.as("tom")
                .header("If-Match", submitted.header("ETag"))
                .post("/api/v1/methodologies/" + METHODOLOGY + "/approvals")
                .then()
                .statusCode(200);
        Stack.as("ines")
                .post("/api/v1/methodologies/" + METHODOLOGY + "/releases")
                .then()
                .statusCode(200);
        Stack.as("ines")
                .body(Bodies.context(CONTEXT, "Imported register"))
                .post("/api/v1/risk-contexts")
                .then()
                .statusCode(201);
        Stack.as("ines")
                .body(Bodies.choice(METHODOLOGY))
                .post("/api/v1/risk-contexts/" + CONTEXT + "/methodology-choices")
                .then()
                .statusCode(200);
        file = file();
    }

    private static String file() {
        StringBuilder text = new StringBuilder(HEADING);
        for (int i = 0; i < ROWS; i++) {
            text.append("\r\n").append(String.join(",", i % 270 == 135 ? bad(i) : good(i)));
        }
        return text.toString();
    }

    private static List<String> good(int i) {
        return new ArrayList<>(List.of(
                String.format(Locale.ROOT, "R-%05d", i),
                "\"Überlauf der Presse " + i + ", „zu heiß“\"",
                CONTEXT,
                Bodies.ROSA,
                "Wear of the seals",
                "\"Oil runs out\nand burns\"",
                "Nobody checks the seals at night",
                "The press stands still for a week",
                "availability",
                "Press " + i % 40,
                "Machines",
                LocalDate.now(ZoneOffset.UTC).minusDays(1 + i % 90).toString(),
                Integer.toString(1 + i % 3),
                "Two presses of this kind have burnt",
                Integer.toString(1 + i % 3),
                "Costed with the plant's controlling",
                Integer.toString(1 + i % 2),
                "No personal data are concerned"));
    }

    /** One way for each of the bad rows in turn. */
    private static List<String> bad(int i) {
        List<String> row = good(i);
        switch (i / 270 % 8) {
            case 0 -> row.set(1, "");
            case 1 -> row.set(2, "CTX-999999");
            case 2 -> row.set(3, "");
            case 3 -> row.set(8, "beauty");
            case 4 -> row.set(11, "15/07/2025");
            case 5 -> row.set(12, "7");
            case 6 -> row.set(15, "");
            default -> row.set(0, String.format(Locale.ROOT, "R-%05d", i - 1));
        }
        return row;
    }

    private static Response send(String query) {
        long start = System.nanoTime();
        Response response = Stack.as("ines")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/risks/imports" + query);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        return response;
    }

    @Test
    @Order(1)
    @DisplayName("ALL-9: all or nothing: every bad row with its reason, and nothing is written")
    void all_or_nothing() {
        long before = Stack.events();
        Response refused = send("");
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        JsonPath report = refused.jsonPath().setRootPath("report");
        assertThat(report.getInt("counts.rows")).isEqualTo(ROWS);
        assertThat(report.getInt("counts.refused")).isEqualTo(BAD);
        List<Integer> rows = report.getList("problems.row", Integer.class);
        assertThat(rows).doesNotHaveDuplicates().hasSize(BAD);
        assertThat(report.getList("problems.rule", String.class)).contains("ALL-9", "RSK-6", "RSK-7");
        assertThat(report.getList("problems.column", String.class))
                .contains("title", "context", "owner", "affects", "assessedAt", "current.likelihood", "externalId");
        assertThat(report.getList("problems.remedy", String.class)).doesNotContain("", (String) null);
        assertThat(Stack.events()).isEqualTo(before);
    }

    @Test
    @Order(2)
    @DisplayName("ALL-9: partial=true takes the good rows, and they are seen")
    void the_good_rows_are_taken() {
        Response taken = send("?partial=true");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        JsonPath report = taken.jsonPath();
        assertThat(report.getInt("counts.created")).isEqualTo(ROWS - BAD);
        assertThat(report.getInt("counts.assessed")).isEqualTo(ROWS - BAD);
        assertThat(report.getInt("counts.refused")).isEqualTo(BAD);
        assertThat(taken.header("Consistency-Token")).isNotBlank();
        // a token waits for seconds only, and the projection has 20,000 facts to go through
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Stack.as("vera")
                                .queryParam("context", CONTEXT)
                                .queryParam("status", "assessed")
                                .queryParam("count", true)
                                .queryParam("limit", 1)
                                .get("/api/v1/risks")
                                .jsonPath()
                                .getInt("total"))
                        .isEqualTo(ROWS - BAD));
    }

    @Test
    @Order(3)
    @DisplayName("ALL-9: the same file a second time changes nothing")
    void a_second_time_nothing_changes() {
        long before = Stack.events();
        Response again = send("?partial=true");
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getInt("counts.unchanged")).isEqualTo(ROWS - BAD);
        assertThat(again.jsonPath().getMap("counts")).doesNotContainKeys("created", "assessed", "revised");
        assertThat(Stack.events()).isEqualTo(before);
    }
}
