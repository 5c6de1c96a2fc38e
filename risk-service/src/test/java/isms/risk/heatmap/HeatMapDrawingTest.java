package isms.risk.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.drawing.Palette;
import isms.risk.heatmap.Grid.Band;
import isms.risk.heatmap.Grid.Level;
import isms.risk.heatmap.Grid.Place;
import isms.risk.heatmap.Movements.Arrow;
import isms.risk.heatmap.Movements.Direction;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@DisplayName("RSK-15: the heat map as a picture")
class HeatMapDrawingTest {

    private static final UUID ANY = new UUID(0, 1);
    private static final String HOSTILE = "</text><script>alert('x')</script> & \"plant\"";

    private static final Grid CORPORATE = grid(
            "METH-1",
            "Corporate information risk",
            List.of("rare", "unlikely", "possible", "likely", "almost certain"),
            List.of("negligible", "minor", "moderate", "major", "severe"));
    private static final Grid CONTROL_SYSTEMS = grid(
            "METH-2",
            HOSTILE,
            List.of("not in living memory", "once in a career", "every few years", "every year"),
            List.of("nuisance", "stop of a line", "stop of the plant", "harm to people"));

    @Test
    @DisplayName("RSK-15: it is well-formed, says in words what it shows, and holds no script")
    void it_is_well_formed_and_speaks() throws Exception {
        String svg = HeatMapDrawing.draw(map());
        keep("heat-map.svg", svg);
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("style").getLength()).isZero();
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Corporate information risk (METH-1, version 2): 40 risks")
                .contains(HOSTILE);
        assertThat(svg).doesNotContain("<script").doesNotContain("onload");
    }

    @Test
    @DisplayName("RSK-15: a filled cell links to its risks and shows how many there are")
    void a_filled_cell_links_to_its_risks() throws Exception {
        Document document = parse(HeatMapDrawing.draw(map()));
        var links = document.getElementsByTagName("a");
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < links.getLength(); i++) {
            targets.add(((Element) links.item(i)).getAttribute("href"));
        }
        assertThat(targets).contains("/api/v1/risks?likelihood=5&impact=5");
        assertThat(((Element) links.item(0)).getAttribute("aria-label")).startsWith("1 risk, likelihood 1 · rare");
    }

    @Test
    @DisplayName("RSK-14: what nobody treats and nobody has accepted is on the picture, with a link to it")
    void what_is_untreated_is_on_the_picture() throws Exception {
        Document document = parse(HeatMapDrawing.draw(map()));
        var links = document.getElementsByTagName("a");
        Element last = (Element) links.item(links.getLength() - 1);
        assertThat(last.getAttribute("href")).isEqualTo("/api/v1/risks?untreated=true");
        assertThat(last.getAttribute("aria-label"))
                .isEqualTo("3 risks above the criteria with neither plan nor acceptance");
    }

    @Test
    @DisplayName("RSK-15: movement shows as arrows, and says in words who went where")
    void movement_shows_as_arrows() throws Exception {
        String svg = MovementsDrawing.draw(movements());
        keep("movements.svg", svg);
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("marker").getLength()).isEqualTo(3);
        assertThat(svg)
                .contains("marker-end=\"url(#better)\"")
                .contains("stroke-dasharray=\"7 4\"")
                .contains("3 risks rated with METH-1 v1 before and with METH-1 v2 now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#808080", "#d9480f", "#2f9e44", "#ffd43b", "#c92a2a", "#7f7f00"})
    @DisplayName("RSK-15: text on any band colour has a contrast of at least 4.5 to 1")
    void text_can_be_read_on_any_colour(String colour) {
        assertThat(Palette.contrast(Palette.textOn(colour), colour)).isGreaterThanOrEqualTo(4.5);
    }

    private static HeatMap map() {
        HeatMap.Counted one = counted(CORPORATE, 40);
        HeatMap.Counted other = counted(CONTROL_SYSTEMS, 17);
        return new HeatMap(
                RatingKind.CURRENT,
                ImpactView.OVERALL,
                Instant.parse("2026-03-01T00:00:00Z"),
                "recorded",
                List.of("unit " + HOSTILE),
                HeatMap.Comparability.SEVERAL_METHODOLOGIES,
                "The selection was rated with 2 methodology versions. Each has its own grid; a cell of one means nothing in the other. Compare contexts through their bands.",
                List.of(one, other),
                List.of(
                        bands("Corporate IT", CORPORATE, 3, 9, 12, 4),
                        bands("Cloud services", CORPORATE, 1, 4, 6, 1),
                        bands("Industrial control systems", CONTROL_SYSTEMS, 4, 8, 1, 4)),
                57,
                new HeatMap.Unrated(2, "/api/v1/risks?rated=false"),
                new HeatMap.Untreated(3, "/api/v1/risks?untreated=true"));
    }

    private static Movements movements() {
        List<Movements.Cell> cells = new ArrayList<>();
        counted(CORPORATE, 40)
                .cells()
                .forEach(cell -> cells.add(new Movements.Cell(
                        cell.likelihood(),
                        cell.impact(),
                        cell.band(),
                        cell.count(),
                        cell.count(),
                        cell.count(),
                        cell.impact() == 3 ? 2 : 0,
                        cell.likelihood() == 2 ? 1 : 0)));
        return new Movements(
                RatingKind.CURRENT,
                ImpactView.OVERALL,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-06-01T00:00:00Z"),
                "stated",
                List.of("context Corporate IT"),
                HeatMap.Comparability.SINGLE_METHODOLOGY,
                null,
                List.of(new Movements.Moved(
                        CORPORATE,
                        cells,
                        List.of(
                                new Arrow(
                                        new Place(5, 5),
                                        new Place(3, 4),
                                        4,
                                        Direction.BETTER,
                                        List.of("RISK-1", "RISK-2")),
                                new Arrow(new Place(4, 4), new Place(2, 4), 1, Direction.BETTER, List.of("RISK-3")),
                                new Arrow(new Place(2, 2), new Place(4, 3), 2, Direction.WORSE, List.of("RISK-4")),
                                new Arrow(new Place(1, 1), new Place(1, 2), 1, Direction.LEVEL, List.of("RISK-5"))))),
                List.of(new Movements.Rerated("METH-1 v1", "METH-1 v2", 3, List.of("RISK-6", "RISK-7", "RISK-8"))));
    }

    private static Grid grid(String key, String name, List<String> likelihoods, List<String> impacts) {
        return new Grid(
                ANY,
                key,
                name,
                2,
                levels(likelihoods),
                levels(impacts),
                List.of(
                        new Band("low", "Low", 1, "#a9d99b"),
                        new Band("medium", "Medium", 2, "#f7dd72"),
                        new Band("high", "High", 3, "#e8833a"),
                        new Band("critical", "Critical", 4, "#a61e2d")));
    }

    private static List<Level> levels(List<String> names) {
        List<Level> levels = new ArrayList<>();
        names.forEach(name -> levels.add(new Level(levels.size() + 1, name)));
        return levels;
    }

    private static HeatMap.Counted counted(Grid grid, long total) {
        List<HeatMap.Cell> cells = new ArrayList<>();
        for (Level likelihood : grid.likelihoods()) {
            for (Level impact : grid.impacts()) {
                int product = likelihood.value() * impact.value();
                String band = product >= 16 ? "critical" : product >= 10 ? "high" : product >= 5 ? "medium" : "low";
                cells.add(new HeatMap.Cell(
                        likelihood.value(),
                        impact.value(),
                        band,
                        product % 4 == 0 ? 0 : product % 7,
                        0,
                        "/api/v1/risks?likelihood=" + likelihood.value() + "&impact=" + impact.value()));
            }
        }
        return new HeatMap.Counted(grid, cells, total);
    }

    private static HeatMap.ContextBands bands(String name, Grid grid, long... counts) {
        List<HeatMap.BandCount> bands = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            bands.add(new HeatMap.BandCount(grid.bands().get(i), counts[i], "/api/v1/risks?band=" + i));
            total += counts[i];
        }
        return new HeatMap.ContextBands(ANY, "CTX-1", name, ANY, 2, bands, total);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** Kept in the build folder for people who want to look at it. */
    private static void keep(String name, String svg) throws IOException {
        Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(Path.of("target/pictures", name), svg);
    }
}
