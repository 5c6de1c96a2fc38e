package isms.control.controlregister;

import static java.util.Objects.requireNonNullElse;

import isms.control.control.Effectiveness;
import isms.control.control.TestResult;
import isms.platform.deadline.Day;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Draws how effective a control was: a band over time, a mark for each test. */
final class EffectivenessDrawing {

    private static final int WIDTH = 960;
    private static final int MARGIN = 24;
    private static final int TOP = 92;
    private static final int BAND = 44;
    private static final int LEGEND = TOP + BAND + 66;
    private static final double LENGTH = WIDTH - 2.0 * MARGIN;

    private EffectivenessDrawing() {}

    static String draw(EffectivenessHistory history) {
        String title = "Effectiveness of " + history.key();
        Svg svg = new Svg(WIDTH, LEGEND + 40, title, description(history));
        svg.text(MARGIN, MARGIN + 14, 18, title, "font-weight", 600);
        svg.text(MARGIN, MARGIN + 36, 13, Svg.fit(history.title(), 13, LENGTH));
        if (!history.spans().isEmpty()) {
            band(svg, history);
        }
        int x = MARGIN;
        for (Effectiveness each : Effectiveness.values()) {
            svg.rectangle(x, LEGEND, 16, 16, "fill", colour(each), "stroke", Palette.INK, "stroke-width", 0.5);
            svg.text(x + 22, LEGEND + 13, 12, each.words());
            x += 180;
        }
        return svg.finish();
    }

    private static void band(Svg svg, EffectivenessHistory history) {
        Instant begin = history.spans().getFirst().from();
        double whole = Math.max(1, Duration.between(begin, history.until()).toMillis());
        for (EffectivenessHistory.Span span : history.spans()) {
            Instant end = requireNonNullElse(span.to(), history.until());
            double from = MARGIN + LENGTH * Duration.between(begin, span.from()).toMillis() / whole;
            double to = MARGIN + LENGTH * Duration.between(begin, end).toMillis() / whole;
            String name = "%s from %s to %s".formatted(span.effectiveness().words(), Day.of(span.from()), Day.of(end));
            svg.tooltip(
                    name,
                    () -> svg.rectangle(from, TOP, Math.max(1, to - from), BAND, "fill", colour(span.effectiveness())));
        }
        for (TestResult test : history.tests()) {
            Instant at = test.on().atTime(12, 0).toInstant(ZoneOffset.UTC);
            double share = Math.clamp(Duration.between(begin, at).toMillis() / whole, 0, 1);
            String name = "tested on %s: %s"
                    .formatted(test.on(), test.outcome().effectiveness().words());
            svg.tooltip(
                    name,
                    () -> svg.empty(
                            "circle",
                            "cx",
                            MARGIN + LENGTH * share,
                            "cy",
                            TOP - 8,
                            "r",
                            5,
                            "fill",
                            colour(test.outcome().effectiveness()),
                            "stroke",
                            Palette.INK));
        }
        svg.text(MARGIN, TOP + BAND + 18, 12, Day.of(begin).toString());
        svg.text(WIDTH - MARGIN, TOP + BAND + 18, 12, Day.of(history.until()).toString(), "text-anchor", "end");
    }

    private static String description(EffectivenessHistory history) {
        return history.spans().stream()
                .map(span -> span.effectiveness().words() + " from " + Day.of(span.from()))
                .collect(Collectors.joining(", "));
    }

    private static String colour(Effectiveness effectiveness) {
        return switch (effectiveness) {
            case EFFECTIVE -> "#2e7d4f";
            case PARTIALLY_EFFECTIVE -> "#c9a227";
            case INEFFECTIVE -> "#b3261e";
            case IN_DOUBT -> "#8e5bb5";
            case UNTESTED -> "#aab2bd";
        };
    }
}
