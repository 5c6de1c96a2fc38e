package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.EventLog;
import isms.platform.readmodel.Representations;
import isms.platform.testing.IsmsInfrastructure;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.risk.RiskType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-15: the heat map")
class HeatMapTest {

    @Inject
    EventLog log;

    @Inject
    RiskType type;

    @BeforeEach
    void told() {
        Story.told();
    }

    @ParameterizedTest
    @CsvSource({
        "inherent, overall", "inherent, business", "inherent, regulatory",
        "current, overall", "current, business", "current, regulatory",
        "target, overall", "target, business", "target, regulatory",
        "residual, overall"
    })
    @DisplayName("RSK-15: every rating and impact counts what a plain fold of the log counts")
    void it_counts_what_a_fold_of_the_log_counts(String rating, String impact) {
        JsonNode map = Story.get("vera", "/api/v1/heat-map?rating=" + rating + "&impact=" + impact);
        Map<String, Long> folded = fold(risks(null, false), rating, impact, risk -> true);
        assertThat(cells(map)).isEqualTo(folded);
        assertThat(map.path("total").asLong())
                .isEqualTo(folded.values().stream().mapToLong(Long::longValue).sum());
        assertThat(map.path("total").asLong() + map.at("/unrated/count").asLong())
                .isEqualTo(
                        risks(null, false).stream().filter(HeatMapTest::counts).count());
    }

    @Test
    @DisplayName("RSK-15: narrowed by context, owner, unit, category and status")
    void it_can_be_narrowed() {
        String plant = Story.context(1);
        assertNarrowed("context=" + plant, risk -> risk.contextId.toString().equals(plant));
        assertNarrowed("owner=otto", risk -> risk.owner.equals("otto"));
        assertNarrowed("unit=Information technology", risk -> "Information technology".equals(risk.unit));
        assertNarrowed("category=Access", risk -> risk.category.equals("Access"));
        JsonNode retired = Story.get("vera", "/api/v1/heat-map?status=retired");
        assertThat(retired.path("total").asLong())
                .isEqualTo(risks(null, false).stream()
                        .filter(risk -> risk.status.equals("retired") && risk.currentLikelihood != null)
                        .count())
                .isPositive();
    }

    private void assertNarrowed(String query, Predicate<RiskRegisterEntry> within) {
        Map<String, Long> folded = fold(risks(null, false), "current", "overall", within);
        assertThat(folded).as(query).isNotEmpty();
        assertThat(cells(Story.get("vera", "/api/v1/heat-map?" + query)))
                .as(query)
                .isEqualTo(folded);
    }

    @Test
    @DisplayName(
            "RSK-15, RSK-18: as a spreadsheet a line for each cell and one for what is on no grid, adding up to all")
    void it_is_a_spreadsheet_too() throws IOException {
        JsonNode map = Story.get("vera", "/api/v1/heat-map");
        long cells = 0;
        for (JsonNode grid : map.path("grids")) {
            cells += grid.path("cells").size();
        }
        String csv = Story.by("vera")
                .accept("text/csv")
                .get("/api/v1/heat-map")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("heat-map-"))
                .extract()
                .asString();
        MappingIterator<Map<String, String>> read = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv);
        List<Map<String, String>> lines = read.readAll();

        assertThat(lines).hasSize((int) cells + 1);
        assertThat(lines.stream()
                        .mapToLong(line -> Long.parseLong(line.get("risks")))
                        .sum())
                .isEqualTo(map.path("total").asLong() + map.at("/unrated/count").asLong());
        assertThat(lines.getLast())
                .containsEntry("bandName", "without this rating")
                .containsEntry("risks", map.at("/unrated/count").asText());

        byte[] xlsx = Story.by("vera")
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/api/v1/heat-map?context=" + Story.context(1))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getFirstSheet().read().getFirst().getCellText(0))
                    .isEqualTo("methodology");
        }
    }

    @Test
    @DisplayName(
            "RSK-3, RSK-5: several methodologies have a grid each, the answer says so, contexts compare through bands")
    void several_methodologies_are_never_mixed() {
        JsonNode all = Story.get("vera", "/api/v1/heat-map");
        assertThat(all.path("grids")).hasSize(2);
        assertThat(all.path("comparability").asText()).isEqualTo("several-methodologies");
        assertThat(all.path("note").asText()).contains("2 methodology versions").contains("bands");
        assertThat(all.path("contexts")).hasSize(4);
        long compared = 0;
        for (JsonNode context : all.path("contexts")) {
            long banded = 0;
            for (JsonNode band : context.path("bands")) {
                banded += band.path("count").asLong();
            }
            assertThat(banded).isEqualTo(context.path("total").asLong());
            compared += banded;
        }
        assertThat(compared).isEqualTo(all.path("total").asLong());

        JsonNode one = Story.get("vera", "/api/v1/heat-map?context=" + Story.context(1));
        assertThat(one.path("grids")).hasSize(1);
        assertThat(one.path("comparability").asText()).isEqualTo("single-methodology");
        assertThat(one.has("note")).isFalse();
    }

    @Test
    @DisplayName("RSK-15: each cell links to exactly the risks that it counts")
    void each_cell_links_to_its_risks() {
        JsonNode map = Story.get("vera", "/api/v1/heat-map?impact=business");
        for (JsonNode grid : map.path("grids")) {
            for (JsonNode cell : grid.path("cells")) {
                if (cell.path("count").asLong() > 0) {
                    assertLists(cell.path("risks").asText(), cell.path("count").asLong());
                }
            }
        }
        for (JsonNode context : map.path("contexts")) {
            assertThat(context.path("bands")).isNotEmpty();
        }
        assertLists(map.at("/unrated/risks").asText(), map.at("/unrated/count").asLong());
        JsonNode overall = Story.get("vera", "/api/v1/heat-map?asOf=" + Instant.now());
        for (JsonNode context : overall.path("contexts")) {
            for (JsonNode band : context.path("bands")) {
                assertLists(band.path("risks").asText(), band.path("count").asLong());
            }
        }
    }

    private static void assertLists(String link, long count) {
        // the link is a URL as it stands
        JsonNode page = Story.json(Story.by("vera")
                .urlEncodingEnabled(false)
                .get(link + "&limit=500&count=true")
                .then()
                .statusCode(200)
                .extract()
                .response());
        assertThat(page.path("total").asLong()).as(link).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"240", "120", "45", "10"})
    @DisplayName("RSK-15, ALL-5: as of a stated moment it counts what was stated by then")
    void as_of_a_stated_moment(int days) {
        Instant moment = Story.daysAgo(days);
        JsonNode map = Story.get("vera", "/api/v1/heat-map?timeline=stated&asOf=" + moment);
        assertThat(map.path("timeline").asText()).isEqualTo("stated");
        Map<String, Long> folded = fold(risks(moment, true), "current", "overall", risk -> true);
        assertThat(folded).isNotEmpty();
        assertThat(cells(map)).isEqualTo(folded);
        JsonNode recorded = Story.get("vera", "/api/v1/heat-map?asOf=" + moment);
        assertThat(recorded.path("total").asLong())
                .as("nothing of this was recorded then, whatever was stated later")
                .isZero();
    }

    @Test
    @DisplayName("ALL-5: the heat map as of a moment is what was read at that moment")
    void as_of_a_moment_it_is_what_was_read_then() {
        String risk = Story.newRisk(Story.context(0), "Only for the past of the heat map");
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        JsonNode then = Story.get("vera", "/api/v1/heat-map");
        Instant moment = Instant.now();
        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + risk + "/assessments",
                Story.find(Story.ACME, "Encrypted").at("/assessments/0/body"));
        assertThat(cells(Story.get("vera", "/api/v1/heat-map"))).isNotEqualTo(cells(then));
        assertThat(cells(Story.get("vera", "/api/v1/heat-map?asOf=" + moment))).isEqualTo(cells(then));
    }

    @Test
    @DisplayName("RSK-15: movement between two moments is what two folds differ in")
    void movement_is_what_two_folds_differ_in() {
        Instant from = Story.daysAgo(100);
        Instant to = Instant.now();
        JsonNode movements = Story.get("vera", "/api/v1/heat-map/movements?timeline=stated&from=" + from + "&to=" + to);
        Map<UUID, String> before = places(risks(from, true));
        Map<UUID, String> after = places(risks(to, true));
        Map<String, Long> arrows = new TreeMap<>();
        before.forEach((risk, place) -> {
            String now = after.get(risk);
            if (now != null && !now.equals(place)) {
                arrows.merge(place + " -> " + now, 1L, Long::sum);
            }
        });
        assertThat(arrows).isNotEmpty();
        Map<String, Long> drawn = new TreeMap<>();
        long entered = 0;
        long left = 0;
        for (JsonNode grid : movements.path("grids")) {
            String by = grid.at("/grid/methodology").asText() + "/"
                    + grid.at("/grid/version").asInt() + "/";
            for (JsonNode arrow : grid.path("arrows")) {
                drawn.put(
                        by + arrow.at("/from/likelihood").asInt() + "/"
                                + arrow.at("/from/impact").asInt() + " -> " + by
                                + arrow.at("/to/likelihood").asInt() + "/"
                                + arrow.at("/to/impact").asInt(),
                        arrow.path("count").asLong());
            }
            for (JsonNode cell : grid.path("cells")) {
                entered += cell.path("entered").asLong();
                left += cell.path("left").asLong();
                assertThat(cell.path("after").asLong())
                        .isGreaterThanOrEqualTo(cell.path("stayed").asLong()
                                + cell.path("entered").asLong());
            }
        }
        assertThat(drawn).isEqualTo(arrows);
        assertThat(entered)
                .isEqualTo(after.keySet().stream()
                        .filter(risk -> !before.containsKey(risk))
                        .count());
        assertThat(left)
                .isEqualTo(before.keySet().stream()
                        .filter(risk -> !after.containsKey(risk))
                        .count());
        assertThat(left).as("one risk was retired in between").isEqualTo(1);
    }

    @Test
    @DisplayName("RSK-15: the same address answers with a picture")
    void the_same_address_answers_with_a_picture() throws Exception {
        for (String path : new String[] {
            "/api/v1/heat-map",
            "/api/v1/heat-map?context=" + Story.context(1),
            "/api/v1/heat-map/movements?timeline=stated&from=" + Story.daysAgo(100)
        }) {
            var response = Story.by("vera").accept("image/svg+xml").get(path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.contentType()).startsWith("image/svg+xml");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(response.asInputStream());
            Files.createDirectories(Path.of("target/pictures"));
            Files.write(Path.of("target/pictures", path.replaceAll("[^a-z]+", "-") + ".svg"), response.asByteArray());
        }
    }

    @Test
    @DisplayName("ALL-4: an organization sees only its own risks on the map")
    void it_shows_only_ones_own() {
        JsonNode map = Story.json(Story.by("globex", "vera").get("/api/v1/heat-map"));
        assertThat(map.path("total").asLong()).isEqualTo(4);
        assertThat(map.path("contexts")).hasSize(1);
    }

    /** The risks of acme as a plain fold of the log makes them, now or at a moment. */
    private Collection<RiskRegisterEntry> risks(@Nullable Instant moment, boolean stated) {
        Map<UUID, RiskRegisterEntry> risks = new LinkedHashMap<>();
        for (Recorded<?> fact : log.after(0, 100_000)) {
            boolean known = moment == null || !(stated ? fact.effectiveAt() : fact.recordedAt()).isAfter(moment);
            if (fact.tenant().equals("acme") && fact.kind().equals("risk") && known) {
                risks.put(fact.aggregate(), represent(risks.get(fact.aggregate()), fact));
            }
        }
        return risks.values();
    }

    @SuppressWarnings("unchecked") // the facts of this kind
    private RiskRegisterEntry represent(@Nullable RiskRegisterEntry before, Recorded<?> fact) {
        return Representations.fold(type, before, (Recorded<RiskEvent>) fact);
    }

    private static boolean counts(RiskRegisterEntry risk) {
        return risk.kind.equals("threat") && !risk.status.equals("retired");
    }

    private static Map<String, Long> fold(
            Collection<RiskRegisterEntry> risks, String rating, String impact, Predicate<RiskRegisterEntry> within) {
        Map<String, Long> counted = new TreeMap<>();
        risks.stream().filter(HeatMapTest::counts).filter(within).forEach(risk -> {
            Integer likelihood = (Integer) value(risk, rating + "Likelihood");
            Integer size = (Integer) value(
                    risk,
                    rating
                            + switch (impact) {
                                case "business" -> "BusinessImpact";
                                case "regulatory" -> "RegulatoryImpact";
                                default -> "Impact";
                            });
            if (likelihood != null && size != null) {
                counted.merge(
                        risk.methodologyId + "/" + risk.methodologyVersion + "/" + likelihood + "/" + size,
                        1L,
                        Long::sum);
            }
        });
        return counted;
    }

    private static Map<UUID, String> places(Collection<RiskRegisterEntry> risks) {
        Map<UUID, String> places = new HashMap<>();
        risks.stream()
                .filter(HeatMapTest::counts)
                .filter(risk -> risk.currentLikelihood != null)
                .forEach(risk -> places.put(
                        risk.id,
                        risk.methodologyId + "/" + risk.methodologyVersion + "/" + risk.currentLikelihood + "/"
                                + risk.currentImpact));
        return places;
    }

    private static @Nullable Object value(RiskRegisterEntry risk, String field) {
        try {
            Field declared = RiskRegisterEntry.class.getDeclaredField(field);
            declared.setAccessible(true);
            return declared.get(risk);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> cells(JsonNode map) {
        Map<String, Long> cells = new TreeMap<>();
        for (JsonNode grid : map.path("grids")) {
            for (JsonNode cell : grid.path("cells")) {
                if (cell.path("count").asLong() > 0) {
                    cells.put(
                            grid.at("/grid/methodology").asText() + "/"
                                    + grid.at("/grid/version").asInt() + "/"
                                    + cell.path("likelihood").asInt() + "/"
                                    + cell.path("impact").asInt(),
                            cell.path("count").asLong());
                }
            }
        }
        return cells;
    }
}
