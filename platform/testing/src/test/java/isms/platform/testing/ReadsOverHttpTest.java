package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class ReadsOverHttpTest {

    private static final String THINGS = "/api/v1/things";

    private UUID first;

    @BeforeEach
    void rows() throws SQLException {
        ThingRows.clear("readers");
        ThingRows.clear("others");
        first = ThingRows.current("readers", 1, "Überdruckventil", 4, "OPEN");
        for (int number = 2; number <= 12; number++) {
            Integer level = number % 4 == 0 ? null : Integer.valueOf(number % 5);
            ThingRows.current(
                    "readers",
                    number,
                    "Pump " + (char) ('a' + number % 3),
                    level,
                    number > 10 ? "UNDER_REVIEW" : "OPEN");
        }
        ThingRows.current("others", 1, "Secret", 5, "OPEN");
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("readers", "vic", "viewer"));
    }

    @Test
    void one_thing_by_id_and_by_key_with_its_etag() {
        for (String which : List.of(first.toString(), "THING-1", "thing-1")) {
            viewer().get(THINGS + "/" + which)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("title", equalTo("Überdruckventil"))
                    .body("status", equalTo("open"))
                    .body("score", equalTo(12.50f))
                    .body("dueOn", equalTo("2026-06-30"))
                    .body("tags", equalTo(List.of("water", "heat")))
                    .body("place.floor", equalTo(2))
                    .body("tenant", nullValue());
        }
        viewer().header("If-None-Match", "\"1\"")
                .get(THINGS + "/THING-1")
                .then()
                .statusCode(304);
        viewer().header("If-None-Match", "\"2\"")
                .get(THINGS + "/THING-1")
                .then()
                .statusCode(200);
        viewer().get(THINGS + "/THING-99").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    @DisplayName("ALL-5: as of a past moment, by recorded and by stated time")
    void as_of_a_past_moment() throws SQLException {
        UUID id = UUID.randomUUID();
        String open = "9999-12-31T00:00:00Z";
        ThingRows.version(
                "readers",
                id,
                77,
                1,
                "Old",
                1,
                "OPEN",
                "2026-03-01T00:00:00Z",
                "2026-03-02T00:00:00Z",
                "2025-01-01T00:00:00Z");
        ThingRows.version("readers", id, 77, 2, "New", 2, "OPEN", "2026-03-02T00:00:00Z", open, "2026-03-02T00:00:00Z");

        viewer().get(THINGS + "/THING-77").then().body("title", equalTo("New"));
        viewer().get(THINGS + "/THING-77?asOf=2026-03-01T12:00:00Z").then().body("title", equalTo("Old"));
        viewer().get(THINGS + "/THING-77?asOf=2025-06-01T00:00:00Z").then().statusCode(404);
        viewer().get(THINGS + "/THING-77?asOf=2025-06-01T00:00:00Z&timeline=stated")
                .then()
                .body("title", equalTo("Old"));
        viewer().get(THINGS + "?asOf=2026-03-01T12:00:00Z&q=old")
                .then()
                .body("items.title", equalTo(List.of("Old")))
                .body("asOf", equalTo("2026-03-01T12:00:00Z"))
                .body("timeline", equalTo("recorded"));
        viewer().get(THINGS + "/THING-77?asOf=yesterday").then().statusCode(400).body("detail", containsString("asOf"));
        viewer().get(THINGS + "/THING-77?timeline=invented")
                .then()
                .statusCode(400)
                .body("detail", containsString("recorded, stated"));
    }

    @ParameterizedTest
    @CsvSource({
        "key",
        "-key",
        "title",
        "-title",
        "level",
        "-level",
        "level;-title",
        "-level;title",
        "status;-level;dueOn",
        "score;title"
    })
    void pages_in_any_order_hold_every_row_once(String sort) {
        String order = sort.replace(';', ',');
        List<String> whole = viewer().get(THINGS + "?limit=500&sort=" + order).path("items.key");
        assertThat(whole).hasSize(12).doesNotHaveDuplicates();

        List<String> paged = new ArrayList<>();
        String next = THINGS + "?limit=5&sort=" + order;
        int pages = 0;
        while (next != null) {
            Response page = viewer().urlEncodingEnabled(false).get(next);
            paged.addAll(page.path("items.key"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(link == null).isEqualTo(page.path("next") == null);
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void keys_sort_by_number() {
        viewer().get(THINGS).then().body("items.key[1]", equalTo("THING-2")).body("items.key[11]", equalTo("THING-12"));
    }

    @Test
    void filters_search_and_count() {
        viewer().get(THINGS + "?status=under-review&count=true")
                .then()
                .body("items", hasSize(2))
                .body("total", equalTo(2));
        viewer().get(THINGS + "?status=under-review,open&limit=3&count=true")
                .then()
                .body("items", hasSize(3))
                .body("total", equalTo(12));
        viewer().get(THINGS + "?owner=kim&levelFrom=2").then().body("items.owner.unique()", equalTo(List.of("kim")));
        viewer().get(THINGS).then().body("total", nullValue());
        viewer().queryParam("q", "uberDRUCK").get(THINGS).then().body("items.key", equalTo(List.of("THING-1")));
        viewer().queryParam("q", "ÜBER").get(THINGS).then().body("items.key", equalTo(List.of("THING-1")));
        viewer().queryParam("q", "hyperlink pump")
                .get(THINGS + "?count=true")
                .then()
                .body("total", equalTo(6));
        viewer().queryParam("q", "%").get(THINGS).then().body("items", empty());
    }

    @Test
    void only_the_fields_asked_for() {
        viewer().get(THINGS + "?fields=key,title&limit=1")
                .then()
                .body("items[0].size()", equalTo(2))
                .body("items[0].key", equalTo("THING-1"));
        viewer().get(THINGS + "/THING-1?fields=title").then().body("size()", equalTo(1));
        viewer().get(THINGS + "?fields=tenant").then().statusCode(400).body("detail", containsString("Known are"));
    }

    @Test
    void what_is_not_understood_is_refused() {
        viewer().get(THINGS + "?statsu=open").then().statusCode(400).body("detail", containsString("levelFrom, limit"));
        viewer().get(THINGS + "?status=shut")
                .then()
                .statusCode(400)
                .body("detail", containsString("open, under-review, closed"));
        viewer().get(THINGS + "?limit=501")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/query/limit"));
        viewer().get(THINGS + "?limit=0").then().statusCode(400);
        viewer().get(THINGS + "?sort=note").then().statusCode(400).body("detail", containsString("dueOn"));
        viewer().get(THINGS + "?level=high").then().statusCode(400).body("detail", containsString("whole number"));
        viewer().get(THINGS + "?cursor=abc").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        String next = viewer().get(THINGS + "?limit=2").path("next");
        viewer().get(THINGS + "?limit=2&sort=-key&cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        viewer().header("Consistency-Token", "???").get(THINGS).then().statusCode(400);
    }

    @Test
    @DisplayName("ALL-8: a list as CSV and XLSX, whole, without formulas that run")
    void exports() throws Exception {
        String csv = viewer().accept("text/csv")
                .get(THINGS + "?limit=3")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString(".csv"))
                .extract()
                .asString();
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(13);
        assertThat(lines[0]).startsWith("id,key,version").contains("place.site");
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"evil\"\")\"")
                .contains("Überdruckventil")
                .contains("water; heat");

        byte[] xlsx = viewer().accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(THINGS + "?sort=-key")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path file = Files.write(Files.createTempFile("things", ".xlsx"), xlsx);
        List<String> parts;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            parts = zip.stream().map(ZipEntry::getName).toList();
        } finally {
            Files.delete(file);
        }
        assertThat(parts).contains("xl/worksheets/sheet1.xml");
    }

    @Test
    @DisplayName("ALL-4: what another organization owns is not found, not counted, not searched")
    void tenants_do_not_see_each_other() {
        String others = new UUID("others".hashCode(), 1).toString();
        viewer().get(THINGS + "/" + others).then().statusCode(404);
        viewer().queryParam("q", "secret")
                .get(THINGS + "?count=true")
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
    }

    @Test
    @DisplayName("ALL-4: with the tenant condition taken out of the query, row-level security still shows nothing")
    void row_level_security_stands_alone() {
        viewer().get(THINGS + "/careless")
                .then()
                .statusCode(200)
                .body("size()", equalTo(12))
                .body("title", not(org.hamcrest.Matchers.hasItem("Secret")));
        given().auth()
                .oauth2(Tokens.of("nobody", "vic", "viewer"))
                .get(THINGS + "/careless")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
    }
}
