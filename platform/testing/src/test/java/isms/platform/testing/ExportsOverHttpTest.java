package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.thing.ThingsDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("ALL-8: lists as files")
class ExportsOverHttpTest {

    private static final String THINGS = "/api/v1/things";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MANY = 20_000;

    @AfterEach
    void undisturbed() throws SQLException {
        ThingsDocument.meanwhile = () -> CompletableFuture.completedFuture(null);
        ThingRows.clear("many");
        ThingRows.clear("few");
    }

    private static RequestSpecification viewer(String tenant) {
        return given().auth().oauth2(Tokens.of(tenant, "vic", "viewer"));
    }

    private static String pdf(Response response) throws IOException {
        assertThat(response.statusCode()).as(response.contentType()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(response.asByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    @DisplayName("ALL-8: 20 000 rows come whole and in order, as CSV and as XLSX, and leave nothing on the disk")
    void many_rows_come_whole() throws Exception {
        ThingRows.many("many", MANY);
        Set<Path> before = temporary();
        String csv =
                viewer("many").accept("text/csv").get(THINGS + "?sort=-key").asString();
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines[1]).contains("THING-" + MANY + ",");
        assertThat(lines[MANY]).contains("THING-1,");
        assertThat(Stream.of(lines).skip(1).map(line -> line.split(",")[1]).distinct())
                .hasSize(MANY);

        byte[] xlsx = viewer("many").accept(XLSX).get(THINGS).asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<String> keys = rows.map(row -> row.getCellText(1)).toList();
            assertThat(keys).hasSize(MANY + 1).startsWith("key", "THING-1", "THING-2");
            assertThat(keys.getLast()).isEqualTo("THING-" + MANY);
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(temporary()).isSubsetOf(before));
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("isms-(rows|export)-.*"))
                    .collect(java.util.stream.Collectors.toCollection(HashSet::new));
        }
    }

    @Test
    @DisplayName("ALL-8: more rows than a PDF holds are refused, not cut off, with what to do instead")
    void too_many_rows_for_a_document_are_refused() throws SQLException {
        ThingRows.many("many", 1_001);
        viewer("many")
                .accept("application/pdf")
                .get(THINGS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("export-too-large"))
                .body("detail", containsString("1,000"))
                .body("remedy", containsString("CSV"));
        viewer("many").accept("application/pdf").get(THINGS + "?level=1").then().statusCode(200);
    }

    @Test
    @DisplayName("ALL-8: a PDF says who asked for what and when, and is saved under a name with its date")
    void a_document_says_what_it_is() throws Exception {
        ThingRows.current("few", 1, "\u00dcberdruckventil \u9600\u95e8", 4, "OPEN");
        ThingRows.current("few", 2, "Pump", 2, "CLOSED");
        ThingRows.current("many", 3, "Of others", 4, "OPEN");
        Response response =
                viewer("few").accept("application/pdf").get(THINGS + "?status=open&q=ventil&sort=-level,title");
        response.then()
                .contentType(startsWith("application/pdf"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"things-\\d{4}-\\d{2}-\\d{2}\\.pdf\""));
        assertThat(pdf(response))
                .contains("\u00dcberdruckventil \u9600\u95e8")
                .contains("few")
                .contains("vic")
                .contains("status: open")
                .contains("words: ventil")
                .contains("level (downwards), title")
                .contains("Number of rows")
                .contains("Page 1 of 2")
                .doesNotContain("Pump")
                .doesNotContain("Of others");

        viewer("few")
                .accept("text/csv")
                .get(THINGS + "?asOf=2026-02-01T00:00:00Z")
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"things-as-of-2026-02-01.csv\""));
        viewer("few")
                .accept("application/pdf")
                .get(THINGS + "?fields=key")
                .then()
                .statusCode(400)
                .body("detail", containsString("columns of its own"));
        viewer("few").accept("image/png").get(THINGS).then().statusCode(406);
    }

    @Test
    @DisplayName("ALL-8: all of an export is of one moment, whatever is recorded while it is made")
    void an_export_sees_one_moment() throws Exception {
        ThingRows.current("few", 1, "First", 1, "OPEN");
        ThingRows.current("few", 2, "Second", 1, "OPEN");
        ThingsDocument.meanwhile = () -> CompletableFuture.runAsync(() -> {
            try {
                ThingRows.current("few", 3, "Third", 1, "OPEN");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(pdf(viewer("few").accept("application/pdf").get(THINGS)))
                .contains("2 things")
                .doesNotContain("Third");
        ThingsDocument.meanwhile = () -> CompletableFuture.completedFuture(null);
        assertThat(pdf(viewer("few").accept("application/pdf").get(THINGS)))
                .contains("3 things")
                .contains("Third");
    }

    @Test
    @DisplayName(
            "ALL-8: only so many exports are made at once; one too many is told when to come back, and none is lost for good")
    void there_is_a_limit_to_what_is_made_at_once() throws Exception {
        ThingRows.current("few", 1, "First", 1, "OPEN");
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Void> end = new CompletableFuture<>();
        ThingsDocument.meanwhile = () -> {
            begun.incrementAndGet();
            return end;
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> made = Stream.generate(() -> clients.submit(() ->
                            viewer("few").accept("application/pdf").get(THINGS).statusCode()))
                    .limit(4)
                    .toList();
            await().atMost(Duration.ofSeconds(10)).untilAtomic(begun, equalTo(4));
            viewer("few")
                    .accept("text/csv")
                    .get(THINGS)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("overloaded"));
            viewer("few").get(THINGS).then().statusCode(200);
            end.complete(null);
            for (Future<Integer> one : made) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        for (int i = 0; i < 6; i++) {
            viewer("few").accept("application/pdf").get(THINGS).then().statusCode(200);
            viewer("few")
                    .accept("application/pdf")
                    .get(THINGS + "?fields=key")
                    .then()
                    .statusCode(400);
        }
    }
}
