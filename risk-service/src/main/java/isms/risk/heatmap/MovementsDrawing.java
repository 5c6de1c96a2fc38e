package isms.risk.heatmap;

import isms.platform.drawing.Head;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import isms.platform.http.Names;
import isms.risk.heatmap.Grid.Place;
import isms.risk.heatmap.Movements.Arrow;
import isms.risk.heatmap.Movements.Cell;
import isms.risk.heatmap.Movements.Direction;
import isms.risk.heatmap.Movements.Moved;
import isms.risk.heatmap.Movements.Rerated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Movement on the heat map as a picture: in each cell how many are there now, in its corners who entered and who left, and
 * arrows for those that went from cell to cell. Direction shows in colour and in the stroke, never in colour alone.
 */
final class MovementsDrawing {

    private static final String BETTER = "#0b5c7a";
    private static final String WORSE = "#5b0a6b";
    private static final String LEVEL = "#3d4653";

    static String draw(Movements movements) {
        Head head = new Head(
                "Movement of %s risk, %s impact".formatted(movements.rating(), movements.impact()),
                "from " + Head.moment(movements.from()) + " to " + Head.moment(movements.to())
                        + ("stated".equals(movements.timeline()) ? " by stated time" : "")
                        + (movements.selection().isEmpty()
                                ? ""
                                : " \u00b7 " + String.join(", ", movements.selection())),
                movements.note());
        int width = Math.max(
                760,
                movements.grids().stream()
                        .mapToInt(moved -> GridDrawing.width(moved.grid()))
                        .max()
                        .orElse(760));
        int height = head.head(width)
                + movements.grids().stream()
                        .mapToInt(moved -> GridDrawing.height(moved.grid()))
                        .sum()
                + 40
                + movements.rerated().size() * 20;

        Svg svg = new Svg(width, height, head.title(), description(movements));
        svg.arrowHead("better", BETTER);
        svg.arrowHead("worse", WORSE);
        svg.arrowHead("level", LEVEL);
        int y = head.draw(svg, width);
        for (Moved moved : movements.grids()) {
            draw(svg, moved, y);
            y += GridDrawing.height(moved.grid());
        }
        for (Rerated rerated : movements.rerated()) {
            svg.text(Head.MARGIN, y + 4, 13, Svg.fit(inWords(rerated), 13, width - 2 * Head.MARGIN));
            y += 20;
        }
        key(svg, y + 8);
        return svg.finish();
    }

    private static void draw(Svg svg, Moved moved, int y) {
        GridDrawing drawing = new GridDrawing(svg, moved.grid(), y, moved.grid().caption());
        drawing.axes();
        drawing.legend();
        for (Cell cell : moved.cells()) {
            Place place = new Place(cell.likelihood(), cell.impact());
            String name = "likelihood %s, impact %s, %s: %d before, %d after, %d stayed, %d entered, %d left"
                    .formatted(
                            drawing.likelihood(cell.likelihood()),
                            drawing.impact(cell.impact()),
                            moved.grid().band(cell.band()).name(),
                            cell.before(),
                            cell.after(),
                            cell.stayed(),
                            cell.entered(),
                            cell.left());
            svg.tooltip(name, () -> {
                drawing.cell(place, cell.band());
                if (cell.after() > 0 || cell.before() > 0) {
                    drawing.big(place, cell.band(), Long.toString(cell.after()));
                }
            });
        }
        moved.arrows().forEach(arrow -> draw(drawing, arrow));
        // numbers last: no arrow may cross them out
        moved.arrows().stream().filter(arrow -> arrow.count() > 1).forEach(arrow -> number(drawing, arrow));
        for (Cell cell : moved.cells()) {
            Place place = new Place(cell.likelihood(), cell.impact());
            if (cell.entered() > 0) {
                drawing.corner(place, cell.band(), "+" + cell.entered(), true);
            }
            if (cell.left() > 0) {
                drawing.corner(place, cell.band(), "\u2212" + cell.left(), false);
            }
        }
    }

    /** The way of an arrow: a quadratic curve beside the middles of its cells. */
    private record Curve(double startX, double startY, double viaX, double viaY, double endX, double endY) {

        static Curve of(GridDrawing drawing, Arrow arrow) {
            double fromX = drawing.middleX(arrow.from());
            double fromY = drawing.middleY(arrow.from());
            double toX = drawing.middleX(arrow.to());
            double toY = drawing.middleY(arrow.to());
            double length = Math.hypot(toX - fromX, toY - fromY);
            double alongX = (toX - fromX) / length;
            double alongY = (toY - fromY) / length;
            // Numbers sit in the middle of cells: an arrow runs beside them, always on its right, so that the way back
            // is
            // another; and a longer one further out, so that it does not cover those that it passes.
            double out = length > GridDrawing.CELL_WIDTH ? 1.25 : 1;
            double besideX = -alongY * 34 * out;
            double besideY = alongX * 20 * out;
            double startX = fromX + besideX + alongX * 8;
            double startY = fromY + besideY + alongY * 8;
            double endX = toX + besideX - alongX * 8;
            double endY = toY + besideY - alongY * 8;
            double bend = Math.min(16, length * 0.08);
            return new Curve(
                    startX,
                    startY,
                    (startX + endX) / 2 - alongY * bend,
                    (startY + endY) / 2 + alongX * bend,
                    endX,
                    endY);
        }

        String path() {
            return "M%s %s Q%s %s %s %s"
                    .formatted(
                            Svg.number(startX),
                            Svg.number(startY),
                            Svg.number(viaX),
                            Svg.number(viaY),
                            Svg.number(endX),
                            Svg.number(endY));
        }
    }

    private static void draw(GridDrawing drawing, Arrow arrow) {
        String path = Curve.of(drawing, arrow).path();
        String colour = colour(arrow.direction());
        Svg svg = drawing.svg();
        String name = "%s from likelihood %s and impact %s to likelihood %s and impact %s: %s (%s)"
                .formatted(
                        HeatMapDrawing.risks(arrow.count()),
                        drawing.likelihood(arrow.from().likelihood()),
                        drawing.impact(arrow.from().impact()),
                        drawing.likelihood(arrow.to().likelihood()),
                        drawing.impact(arrow.to().impact()),
                        inWords(arrow.direction()),
                        String.join(", ", arrow.risks()));
        double weight = Math.min(8, 2 + Math.log(arrow.count()) / Math.log(2));
        svg.tooltip(name, () -> {
            svg.empty(
                    "path",
                    "d",
                    path,
                    "fill",
                    "none",
                    "stroke",
                    Palette.PAPER,
                    "stroke-opacity",
                    0.8,
                    "stroke-width",
                    weight + 2.5);
            svg.empty(
                    "path",
                    "d",
                    path,
                    "fill",
                    "none",
                    "stroke",
                    colour,
                    "stroke-width",
                    weight,
                    "stroke-dasharray",
                    arrow.direction() == Direction.WORSE ? "7 4" : "none",
                    "marker-end",
                    "url(#" + Names.kebab(arrow.direction().name()) + ")");
        });
    }

    private static void number(GridDrawing drawing, Arrow arrow) {
        Curve curve = Curve.of(drawing, arrow);
        double x = (curve.startX() + 2 * curve.viaX() + curve.endX()) / 4;
        double y = (curve.startY() + 2 * curve.viaY() + curve.endY()) / 4;
        String colour = colour(arrow.direction());
        drawing.svg().empty("circle", "cx", x, "cy", y, "r", 10, "fill", Palette.PAPER, "stroke", colour);
        drawing.svg()
                .text(
                        x,
                        y + 4,
                        12,
                        Long.toString(arrow.count()),
                        "text-anchor",
                        "middle",
                        "font-weight",
                        700,
                        "fill",
                        colour);
    }

    private static void key(Svg svg, int y) {
        double x = Head.MARGIN;
        for (Direction direction : Direction.values()) {
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(x) + " " + y + " h38",
                    "stroke",
                    colour(direction),
                    "stroke-width",
                    2.5,
                    "stroke-dasharray",
                    direction == Direction.WORSE ? "7 4" : "none",
                    "marker-end",
                    "url(#" + Names.kebab(direction.name()) + ")");
            svg.text(x + 46, y + 4, 12, inWords(direction));
            x += 46 + inWords(direction).length() * 7.2 + 20;
        }
        svg.text(x, y + 4, 12, "large: now \u00b7 +n entered \u00b7 \u2212n left", "opacity", 0.8);
    }

    private static String colour(Direction direction) {
        return switch (direction) {
            case BETTER -> BETTER;
            case WORSE -> WORSE;
            case LEVEL -> LEVEL;
        };
    }

    private static String inWords(Direction direction) {
        return switch (direction) {
            case BETTER -> "to a lower band";
            case WORSE -> "to a higher band";
            case LEVEL -> "within the band";
        };
    }

    private static String inWords(Rerated rerated) {
        return "%s rated with %s before and with %s now: %s"
                .formatted(
                        HeatMapDrawing.risks(rerated.count()),
                        rerated.from(),
                        rerated.to(),
                        String.join(", ", rerated.risks()));
    }

    private static String description(Movements movements) {
        String arrows = movements.grids().stream()
                .flatMap(moved -> moved.arrows().stream())
                .map(arrow -> "%s from %s/%s to %s/%s"
                        .formatted(
                                HeatMapDrawing.risks(arrow.count()),
                                arrow.from().likelihood(),
                                arrow.from().impact(),
                                arrow.to().likelihood(),
                                arrow.to().impact()))
                .collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>();
        parts.add(arrows.isEmpty() ? "No risk moved from cell to cell." : "Moved (likelihood/impact): " + arrows + ".");
        movements.rerated().forEach(rerated -> parts.add(inWords(rerated) + "."));
        return String.join(" ", parts);
    }

    private MovementsDrawing() {}
}
