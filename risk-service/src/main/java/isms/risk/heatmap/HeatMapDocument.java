package isms.risk.heatmap;

import io.smallrye.mutiny.Uni;
import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Matrix;
import isms.platform.document.Block.Subheading;
import isms.platform.document.Block.Table;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Document;
import isms.platform.document.Moments;
import isms.platform.query.Asked;
import isms.risk.document.CriteriaUsed;
import isms.risk.document.CriteriaUsed.Version;
import isms.risk.heatmap.HeatMap.ContextBands;
import isms.risk.heatmap.HeatMap.Counted;
import isms.risk.heatmap.HeatMaps.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** The heat map as a document: each grid with its counts, and which risks stand in which cell (RSK-15, RSK-18). */
final class HeatMapDocument {

    private final HeatMap map;
    private final List<Placed> placed;
    private final Asked asked;
    private final CriteriaUsed criteria;

    private HeatMapDocument(HeatMap map, List<Placed> placed, Asked asked, CriteriaUsed criteria) {
        this.map = map;
        this.placed = placed;
        this.asked = asked;
        this.criteria = criteria;
    }

    static Uni<Document> of(Mutiny.Session session, HeatMap map, List<Placed> placed, Asked asked) {
        return CriteriaUsed.read(
                        session,
                        asked.organization(),
                        map.grids().stream()
                                .map(counted -> new Version(
                                        counted.grid().methodology(),
                                        counted.grid().version()))
                                .toList())
                .map(criteria -> new HeatMapDocument(map, placed, asked, criteria).document());
    }

    private Document document() {
        String rating = map.rating().toString();
        List<Block> content = new ArrayList<>();
        map.grids().forEach(counted -> grid(content, counted));
        contexts(content);
        content.addAll(criteria.annex());
        return new Document(
                asked.organization(),
                "Risk heat map",
                rating.substring(0, 1).toUpperCase(Locale.ROOT) + rating.substring(1) + " risk, " + map.impact()
                        + " impact",
                "Where the risks of %s stand as of %s: likelihood by impact"
                        .formatted(asked.organization(), Moments.second(asked.shown())),
                asked.subject(),
                asked.at(),
                true,
                cover(),
                content);
    }

    private List<Block> cover() {
        List<Fact> facts = new ArrayList<>(asked.origin());
        facts.add(Fact.of("Rating", map.rating() + ", " + map.impact() + " impact"));
        facts.add(
                map.selection().isEmpty()
                        ? Fact.of("Selection", "All threats that are not retired")
                        : new Fact("Selection", Cell.of(map.selection())));
        facts.add(Fact.of("Number of risks", Long.toString(map.total())));
        facts.add(Fact.of(
                "Without this rating",
                map.unrated().count() == 0
                        ? "none"
                        : HeatMapDrawing.risks(map.unrated().count()) + ": not on the map"));
        List<Block> cover = new ArrayList<>();
        cover.add(new Facts(facts));
        cover.add(new Heading("Criteria used"));
        cover.addAll(criteria.blocks());
        return cover;
    }

    private void grid(List<Block> content, Counted counted) {
        Grid grid = counted.grid();
        content.add(new Heading(grid.caption()));
        content.add(matrix(counted));
        content.add(new Subheading("Risks by cell, the highest band first"));
        content.add(Table.of("Which risks stand in which cell", columns(counted), filled(counted)));
    }

    /** Likelihood upwards, impact to the right, as it is drawn. */
    private static Matrix matrix(Counted counted) {
        Grid grid = counted.grid();
        List<Grid.Level> likelihoods = grid.likelihoods().reversed();
        return new Matrix(
                "Number of risks by likelihood and impact",
                "Likelihood",
                "Impact",
                likelihoods.stream().map(HeatMapDocument::name).toList(),
                grid.impacts().stream().map(HeatMapDocument::name).toList(),
                likelihoods.stream()
                        .map(likelihood -> grid.impacts().stream()
                                .map(impact -> field(counted, likelihood, impact))
                                .toList())
                        .toList());
    }

    private static Matrix.Field field(Counted counted, Grid.Level likelihood, Grid.Level impact) {
        HeatMap.Cell cell = counted.cells().stream()
                .filter(each -> each.likelihood() == likelihood.value() && each.impact() == impact.value())
                .findFirst()
                .orElseThrow();
        Grid.Band band = counted.grid().band(cell.band());
        return new Matrix.Field(cell.count() == 0 ? "" : Long.toString(cell.count()), band.name(), band.colour());
    }

    private static String name(Grid.Level level) {
        return level.value() + " \u00b7 " + level.name();
    }

    private static List<HeatMap.Cell> filled(Counted counted) {
        return counted.cells().stream()
                .filter(cell -> cell.count() > 0)
                .sorted(Comparator.comparingInt((HeatMap.Cell cell) ->
                                -counted.grid().band(cell.band()).rank())
                        .thenComparingInt(cell -> -cell.likelihood())
                        .thenComparingInt(cell -> -cell.impact()))
                .toList();
    }

    private List<Column<HeatMap.Cell>> columns(Counted counted) {
        Grid grid = counted.grid();
        return List.of(
                new Column<>("Band", 15, cell -> {
                    Grid.Band band = grid.band(cell.band());
                    return Cell.EMPTY
                            .chip(band.name(), band.colour())
                            .small(
                                    cell.ofOtherBand() == 0
                                            ? null
                                            : cell.ofOtherBand() + " with a level in another band");
                }),
                new Column<>("Likelihood", 18, cell -> Cell.of(name(grid.likelihoods(), cell.likelihood()))),
                new Column<>("Impact", 18, cell -> Cell.of(name(grid.impacts(), cell.impact()))),
                new Column<>("Number", 9, cell -> Cell.of(cell.count())),
                new Column<>("Risks", 40, cell -> Cell.of(String.join(", ", risks(grid, cell)))));
    }

    private List<String> risks(Grid grid, HeatMap.Cell cell) {
        return placed.stream()
                .filter(each -> each.methodology().equals(grid.methodology())
                        && each.version() == grid.version()
                        && each.likelihood() == cell.likelihood()
                        && each.impact() == cell.impact())
                .flatMap(each -> each.risks().stream())
                .toList();
    }

    private static String name(List<Grid.Level> levels, int value) {
        return levels.stream()
                .filter(level -> level.value() == value)
                .findFirst()
                .map(HeatMapDocument::name)
                .orElse(Integer.toString(value));
    }

    private void contexts(List<Block> content) {
        if (map.contexts().size() < 2) {
            return;
        }
        content.add(new Heading("Contexts compared through bands"));
        content.add(Table.of(
                "Risks of each context by band",
                List.of(
                        new Column<ContextBands>(
                                "Context",
                                35,
                                context -> Cell.strong(context.title()).small(context.key())),
                        new Column<>(
                                "Methodology",
                                35,
                                context -> Cell.of(criteria.name(
                                        new Version(context.methodology(), context.methodologyVersion())))),
                        new Column<>("Bands", 20, context -> {
                            Cell cell = Cell.EMPTY;
                            for (HeatMap.BandCount count : context.bands().reversed()) {
                                cell = count.count() == 0
                                        ? cell
                                        : cell.chip(
                                                count.count() + " "
                                                        + count.band().name(),
                                                count.band().colour());
                            }
                            return cell;
                        }),
                        new Column<>("Risks", 10, context -> Cell.of(context.total()))),
                map.contexts()));
    }
}
