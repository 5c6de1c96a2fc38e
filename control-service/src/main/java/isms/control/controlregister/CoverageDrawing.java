package isms.control.controlregister;

import isms.platform.drawing.Head;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import java.util.ArrayList;
import java.util.List;

/** Draws coverage as bars: one for all, one for each group, one for each value of an attribute; numbers beside them, so that no colour is needed. */
final class CoverageDrawing {

    private static final int WIDTH = 860;
    private static final int NAMES = 260;
    private static final int BAR = 360;
    private static final int ROW = 26;
    private static final String COVERED = "#2e7d5b";
    private static final String PARTLY = "#d9a441";
    private static final String NOT = "#e3e7ec";

    private CoverageDrawing() {}

    private record Row(String heading, Coverage.Share share) {}

    static String draw(Coverage coverage) {
        List<Row> rows = rows(coverage);
        var head = new Head("Coverage of " + coverage.title(), subtitle(coverage), null);
        int top = head.head(WIDTH) + 10;
        long headings = rows.stream().filter(row -> !row.heading().isEmpty()).count();
        int height = (int) (top + rows.size() * ROW + headings * ROW + 30);
        Svg svg = new Svg(WIDTH, height, "Coverage of " + coverage.title(), subtitle(coverage));
        head.draw(svg, WIDTH);
        int y = top;
        for (Row row : rows) {
            if (!row.heading().isEmpty()) {
                svg.text(Head.MARGIN, y + 18, 13, row.heading(), "font-weight", 700);
                y += ROW;
            }
            bar(svg, row.share(), y);
            y += ROW;
        }
        return svg.finish();
    }

    private static String subtitle(Coverage coverage) {
        Coverage.Share total = coverage.total();
        return "%d of %d requirements covered, %d partly, %d not%s"
                .formatted(
                        total.covered(),
                        total.requirements(),
                        total.partly(),
                        total.not(),
                        coverage.asOf() == null ? "" : ", as of " + Head.moment(coverage.asOf()));
    }

    private static List<Row> rows(Coverage coverage) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("", coverage.total()));
        for (int i = 0; i < coverage.groups().size(); i++) {
            rows.add(new Row(i == 0 ? "By group" : "", coverage.groups().get(i)));
        }
        for (Coverage.Attribute attribute : coverage.attributes()) {
            for (int i = 0; i < attribute.values().size(); i++) {
                rows.add(new Row(
                        i == 0 ? "By " + attribute.attribute() : "",
                        attribute.values().get(i)));
            }
        }
        return rows;
    }

    private static void bar(Svg svg, Coverage.Share share, int y) {
        svg.text(Head.MARGIN, y + 17, 12, Svg.fit(share.of(), 12, NAMES - 10.0));
        double x = Head.MARGIN + NAMES;
        x = part(svg, x, y, share.covered(), share.requirements(), COVERED);
        x = part(svg, x, y, share.partly(), share.requirements(), PARTLY);
        part(svg, x, y, share.not(), share.requirements(), NOT);
        svg.rectangle(
                Head.MARGIN + NAMES, y + 4, BAR, ROW - 10, "fill", "none", "stroke", Palette.INK, "stroke-width", 0.5);
        svg.text(
                Head.MARGIN + NAMES + BAR + 12,
                y + 17,
                12,
                "%d covered, %d partly, %d not".formatted(share.covered(), share.partly(), share.not()));
    }

    private static double part(Svg svg, double x, int y, int count, int all, String colour) {
        double width = all == 0 ? 0 : (double) BAR * count / all;
        if (count > 0) {
            svg.rectangle(x, y + 4, width, ROW - 10, "fill", colour);
        }
        return x + width;
    }
}
