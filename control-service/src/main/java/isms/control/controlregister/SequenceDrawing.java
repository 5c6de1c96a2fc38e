package isms.control.controlregister;

import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import java.util.HashMap;
import java.util.Map;

/** Draws the sequence of controls: a column a wave, arrows from what is needed to what needs it. */
final class SequenceDrawing {

    private static final int MARGIN = 24;
    private static final int WIDTH = 220;
    private static final int HEIGHT = 54;
    private static final int GAP = 70;
    private static final int LINE = 16;
    private static final int HEAD = 84;
    private static final String CRITICAL = "#b3261e";
    private static final String ARROW = "#5f6b7a";

    private SequenceDrawing() {}

    private record Place(int x, int y) {}

    static String draw(Sequence sequence) {
        int columns = Math.max(2, sequence.waves().size());
        int rows = sequence.waves().stream()
                .mapToInt(wave -> wave.controls().size())
                .max()
                .orElse(0);
        int width = 2 * MARGIN + columns * WIDTH + (columns - 1) * GAP;
        int height = HEAD + Math.max(1, rows) * (HEIGHT + LINE) + MARGIN;
        Svg svg = new Svg(width, height, "Sequence of controls", description(sequence));
        svg.text(MARGIN, MARGIN + 14, 18, "Sequence of controls", "font-weight", 600);
        svg.text(MARGIN, MARGIN + 34, 12, Svg.fit(description(sequence), 12, width - 2.0 * MARGIN));
        svg.arrowHead("needed", ARROW);
        var places = new HashMap<String, Place>();
        for (Sequence.Wave wave : sequence.waves()) {
            int x = MARGIN + (wave.wave() - 1) * (WIDTH + GAP);
            svg.text(x, HEAD - 10, 12, "Wave " + wave.wave(), "font-weight", 600);
            int y = HEAD;
            for (Sequence.Step step : wave.controls()) {
                places.put(step.key(), new Place(x, y));
                box(svg, step, x, y, sequence.criticalPath().contains(step.key()));
                y += HEIGHT + LINE;
            }
        }
        for (Sequence.Wave wave : sequence.waves()) {
            wave.controls().forEach(step -> arrows(svg, step, places));
        }
        return svg.finish();
    }

    private static String description(Sequence sequence) {
        return sequence.waves().isEmpty()
                ? "Nothing is left to be implemented"
                : "The critical path takes %d working days: %s"
                        .formatted(sequence.criticalDays(), String.join(", ", sequence.criticalPath()));
    }

    private static void box(Svg svg, Sequence.Step step, int x, int y, boolean critical) {
        svg.link("/api/v1/controls/" + step.id(), step.key() + ", " + step.title(), () -> {
            svg.rectangle(
                    x,
                    y,
                    WIDTH,
                    HEIGHT,
                    "rx",
                    6,
                    "fill",
                    Palette.PAPER,
                    "stroke",
                    critical ? CRITICAL : Palette.INK,
                    "stroke-width",
                    critical ? 2.5 : 1.0);
            svg.text(x + 10, y + 18, 12, step.key(), "font-weight", 600);
            svg.text(x + 10, y + 34, 12, Svg.fit(step.title(), 12, WIDTH - 20.0));
            svg.text(x + 10, y + 48, 10, step.status() + (step.due() == null ? "" : ", due " + step.due()));
        });
    }

    private static void arrows(Svg svg, Sequence.Step step, Map<String, Place> places) {
        Place to = places.get(step.key());
        for (String key : step.needs()) {
            Place from = places.get(key);
            if (from != null && to != null) {
                svg.empty(
                        "line",
                        "x1",
                        from.x() + WIDTH,
                        "y1",
                        from.y() + HEIGHT / 2,
                        "x2",
                        to.x() - 3,
                        "y2",
                        to.y() + HEIGHT / 2,
                        "stroke",
                        ARROW,
                        "marker-end",
                        "url(#needed)");
            }
        }
    }
}
