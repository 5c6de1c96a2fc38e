package isms.risk.heatmap;

import isms.platform.drawing.Head;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import isms.risk.heatmap.Grid.Level;
import isms.risk.heatmap.Grid.Place;
import java.util.List;

/** One grid with its axes and legend: likelihood upwards, impact to the right, so that the worst is where one expects it. */
final class GridDrawing {

    static final int CELL_WIDTH = 118;
    static final int CELL_HEIGHT = 74;

    private static final int LABELS = 132;
    private static final int TITLE = 40;
    private static final int FEET = 106;

    private final Svg svg;
    private final Grid grid;
    private final int left;
    private final int top;
    private final int head;
    private final String title;

    GridDrawing(Svg svg, Grid grid, int top, String title) {
        this.svg = svg;
        this.grid = grid;
        this.left = Head.MARGIN + LABELS;
        this.head = top;
        this.top = top + TITLE;
        this.title = title;
    }

    static int width(Grid grid) {
        return Head.MARGIN + LABELS + grid.impacts().size() * CELL_WIDTH + Head.MARGIN;
    }

    static int height(Grid grid) {
        return TITLE + grid.likelihoods().size() * CELL_HEIGHT + FEET;
    }

    Svg svg() {
        return svg;
    }

    void axes() {
        double room = width(grid) - 2 * Head.MARGIN;
        svg.text(Head.MARGIN, head + 22, 15, Svg.fit(title, 15, room), "font-weight", 600);
        double middle = top + grid.likelihoods().size() * CELL_HEIGHT / 2.0;
        svg.text(
                0,
                0,
                13,
                "Likelihood",
                "text-anchor",
                "middle",
                "font-weight",
                600,
                "transform",
                "translate(" + (Head.MARGIN + 12) + " " + Svg.number(middle) + ") rotate(-90)");
        for (int i = 0; i < grid.likelihoods().size(); i++) {
            double y = top + (grid.likelihoods().size() - 1 - i + 0.5) * CELL_HEIGHT;
            lines(name(grid.likelihoods(), grid.likelihoods().get(i).value()), left - 10, y, LABELS - 40, "end");
        }
        double below = top + grid.likelihoods().size() * CELL_HEIGHT;
        for (int i = 0; i < grid.impacts().size(); i++) {
            lines(
                    name(grid.impacts(), grid.impacts().get(i).value()),
                    left + (i + 0.5) * CELL_WIDTH,
                    below + 20,
                    CELL_WIDTH - 10,
                    "middle");
        }
        svg.text(
                left + grid.impacts().size() * CELL_WIDTH / 2.0,
                below + 54,
                13,
                "Impact",
                "text-anchor",
                "middle",
                "font-weight",
                600);
    }

    void legend() {
        double y = top + grid.likelihoods().size() * CELL_HEIGHT + 68;
        double x = left;
        for (Grid.Band band : grid.bands()) {
            svg.rectangle(x, y, 16, 16, "fill", band.colour(), "stroke", Palette.INK, "stroke-opacity", 0.35, "rx", 2);
            svg.text(x + 22, y + 13, 12, band.name());
            x += 22 + band.name().length() * 7.2 + 24;
        }
    }

    void cell(Place place, String band) {
        Grid.Band of = grid.band(band);
        svg.rectangle(x(place) + 1, y(place) + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2, "fill", of.colour(), "rx", 3);
        svg.text(
                x(place) + CELL_WIDTH / 2.0,
                y(place) + CELL_HEIGHT - 9,
                10,
                Svg.fit(of.name(), 10, CELL_WIDTH - 8),
                "text-anchor",
                "middle",
                "fill",
                Palette.textOn(of.colour()));
    }

    void big(Place place, String band, String text) {
        svg.text(
                x(place) + CELL_WIDTH / 2.0,
                y(place) + CELL_HEIGHT / 2.0 + 5,
                24,
                text,
                "text-anchor",
                "middle",
                "font-weight",
                700,
                "fill",
                Palette.textOn(grid.band(band).colour()));
    }

    /** A small remark in an upper corner of the cell. */
    void corner(Place place, String band, String text, boolean right) {
        svg.text(
                right ? x(place) + CELL_WIDTH - 8 : x(place) + 8,
                y(place) + 18,
                12,
                text,
                "text-anchor",
                right ? "end" : "start",
                "font-weight",
                600,
                "fill",
                Palette.textOn(grid.band(band).colour()));
    }

    double middleX(Place place) {
        return x(place) + CELL_WIDTH / 2.0;
    }

    double middleY(Place place) {
        return y(place) + CELL_HEIGHT / 2.0;
    }

    String likelihood(int value) {
        return name(grid.likelihoods(), value);
    }

    String impact(int value) {
        return name(grid.impacts(), value);
    }

    private double x(Place place) {
        return left + index(grid.impacts(), place.impact()) * CELL_WIDTH;
    }

    private double y(Place place) {
        return top + (grid.likelihoods().size() - 1 - index(grid.likelihoods(), place.likelihood())) * CELL_HEIGHT;
    }

    private void lines(String text, double x, double y, double room, String anchor) {
        List<String> lines = Svg.wrap(text, 12, room, 2);
        for (int i = 0; i < lines.size(); i++) {
            double shift = "end".equals(anchor) ? (i - (lines.size() - 1) / 2.0) * 15 + 4 : i * 15;
            svg.text(x, y + shift, 12, lines.get(i), "text-anchor", anchor);
        }
    }

    private static int index(List<Level> levels, int value) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).value() == value) {
                return i;
            }
        }
        throw new IllegalArgumentException("no level " + value);
    }

    private static String name(List<Level> levels, int value) {
        Level level = levels.get(index(levels, value));
        return level.value() + " \u00b7 " + level.name();
    }
}
