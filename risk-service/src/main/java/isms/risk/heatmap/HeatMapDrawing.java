package isms.risk.heatmap;

import isms.platform.drawing.Head;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import isms.risk.heatmap.HeatMap.BandCount;
import isms.risk.heatmap.HeatMap.Cell;
import isms.risk.heatmap.HeatMap.ContextBands;
import isms.risk.heatmap.HeatMap.Counted;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The heat map as a picture: a grid for each methodology version, and bars of bands where contexts are compared. */
final class HeatMapDrawing {

    private static final int BAR = 26;
    private static final int BAR_WIDTH = 480;

    static String draw(HeatMap map) {
        Head head = new Head(
                "Risk heat map: %s risk, %s impact".formatted(map.rating(), map.impact()),
                moment(map) + (map.selection().isEmpty() ? "" : " \u00b7 " + String.join(", ", map.selection())),
                map.note());
        int width = map.grids().stream()
                .mapToInt(counted -> GridDrawing.width(counted.grid()))
                .max()
                .orElse(640);
        boolean compare = map.contexts().size() > 1;
        width = Math.max(width, compare ? Head.MARGIN + 210 + BAR_WIDTH + 50 : 640);
        int height = head.head(width)
                + map.grids().stream()
                        .mapToInt(counted -> GridDrawing.height(counted.grid()))
                        .sum()
                + (compare ? 62 + map.contexts().size() * (BAR + 12) : 0)
                + (map.untreated().count() > 0 ? 66 : 44);

        Svg svg = new Svg(width, height, head.title(), description(map));
        int y = head.draw(svg, width);
        for (Counted counted : map.grids()) {
            GridDrawing drawing = new GridDrawing(
                    svg, counted.grid(), y, counted.grid().caption() + " \u00b7 " + risks(counted.total()));
            drawing.axes();
            for (Cell cell : counted.cells()) {
                draw(drawing, counted.grid(), cell);
            }
            drawing.legend();
            y += GridDrawing.height(counted.grid());
        }
        if (compare) {
            y = contexts(svg, map.contexts(), y);
        }
        if (map.unrated().count() > 0) {
            String text = risks(map.unrated().count()) + " without this rating: not on the map";
            int at = y;
            svg.link(
                    map.unrated().risks(),
                    text,
                    () -> svg.text(Head.MARGIN, at + 14, 13, text, "text-decoration", "underline"));
        } else {
            svg.text(Head.MARGIN, y + 14, 13, "Every risk of the selection has this rating.", "opacity", 0.75);
        }
        if (map.untreated().count() > 0) {
            String text = risks(map.untreated().count()) + " above the criteria with neither plan nor acceptance";
            int at = y + 36;
            svg.link(
                    map.untreated().risks(),
                    text,
                    () -> svg.text(Head.MARGIN, at, 13, text, "text-decoration", "underline", "font-weight", 600));
        }
        return svg.finish();
    }

    private static void draw(GridDrawing drawing, Grid grid, Cell cell) {
        String name = "%s, likelihood %s, impact %s: %s"
                .formatted(
                        risks(cell.count()),
                        drawing.likelihood(cell.likelihood()),
                        drawing.impact(cell.impact()),
                        grid.band(cell.band()).name());
        Grid.Place place = new Grid.Place(cell.likelihood(), cell.impact());
        if (cell.count() == 0) {
            drawing.svg().tooltip(name, () -> drawing.cell(place, cell.band()));
        } else {
            drawing.svg().link(cell.risks(), name, () -> {
                drawing.cell(place, cell.band());
                drawing.big(place, cell.band(), Long.toString(cell.count()));
            });
        }
    }

    private static int contexts(Svg svg, List<ContextBands> contexts, int top) {
        int y = top + 10;
        svg.text(Head.MARGIN, y + 10, 15, "Contexts compared through bands", "font-weight", 600);
        y += 30;
        long most = contexts.stream().mapToLong(ContextBands::total).max().orElse(1);
        for (ContextBands context : contexts) {
            int at = y;
            svg.text(Head.MARGIN + 198, at + 18, 13, Svg.fit(context.title(), 13, 196), "text-anchor", "end");
            double x = Head.MARGIN + 210;
            for (BandCount count : context.bands()) {
                if (count.count() == 0) {
                    continue;
                }
                double width = Math.max(20, BAR_WIDTH * (double) count.count() / Math.max(1, most));
                double left = x;
                Grid.Band band = count.band();
                String name = "%s: %s %s".formatted(context.title(), risks(count.count()), band.name());
                svg.link(count.risks(), name, () -> {
                    svg.rectangle(left, at, width, BAR, "fill", band.colour(), "stroke", Palette.PAPER);
                    svg.text(
                            left + width / 2,
                            at + 18,
                            12,
                            width > 84
                                    ? Svg.fit(count.count() + " " + band.name(), 12, width - 6)
                                    : Long.toString(count.count()),
                            "text-anchor",
                            "middle",
                            "fill",
                            Palette.textOn(band.colour()));
                });
                x += width;
            }
            svg.text(x + 8, at + 18, 13, Long.toString(context.total()), "opacity", 0.75);
            y += BAR + 12;
        }
        return y + 6;
    }

    private static String moment(HeatMap map) {
        if (map.asOf() == null) {
            return "now";
        }
        return "as of " + Head.moment(map.asOf()) + ("stated".equals(map.timeline()) ? " by stated time" : "");
    }

    private static String description(HeatMap map) {
        if (map.grids().isEmpty()) {
            return "No risk of the selection has this rating.";
        }
        return map.grids().stream().map(HeatMapDrawing::inWords).collect(Collectors.joining(" "))
                + (map.note() == null ? "" : " " + map.note());
    }

    private static String inWords(Counted counted) {
        String fullest = counted.cells().stream()
                .filter(cell -> cell.count() > 0)
                .sorted(Comparator.comparingInt(
                                (Cell cell) -> counted.grid().band(cell.band()).rank())
                        .reversed())
                .map(cell -> "%d at likelihood %s and impact %s (%s)"
                        .formatted(
                                cell.count(),
                                cell.likelihood(),
                                cell.impact(),
                                counted.grid().band(cell.band()).name()))
                .collect(Collectors.joining(", "));
        return "%s: %s. %s.".formatted(counted.grid().caption(), risks(counted.total()), fullest);
    }

    static String risks(long count) {
        return count == 1 ? "1 risk" : count + " risks";
    }

    private HeatMapDrawing() {}
}
