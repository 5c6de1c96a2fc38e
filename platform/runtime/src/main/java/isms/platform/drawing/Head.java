package isms.platform.drawing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head that every picture has: what is shown, of when, and what to know before comparing. */
public record Head(String title, String subtitle, @Nullable String note) {

    public static final int MARGIN = 24;

    /** A moment as people read it, to the second. */
    public static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Height of the head in pixels. */
    public int head(int width) {
        return 84 + (note == null ? 0 : notes(width).size() * 18 + 22);
    }

    /** Draws the head and says where it ends. */
    public int draw(Svg svg, int width) {
        svg.text(MARGIN, 38, 21, title, "font-weight", 700);
        svg.text(MARGIN, 61, 13, Svg.fit(subtitle, 13, width - 2 * MARGIN), "opacity", 0.75);
        if (note != null) {
            List<String> lines = notes(width);
            svg.rectangle(MARGIN, 76, width - 2 * MARGIN, lines.size() * 18 + 12, "fill", "#eef2f7", "rx", 4);
            svg.rectangle(MARGIN, 76, 4, lines.size() * 18 + 12, "fill", "#3b5b85");
            for (int i = 0; i < lines.size(); i++) {
                svg.text(MARGIN + 16, 94 + i * 18, 13, lines.get(i));
            }
        }
        return head(width);
    }

    private List<String> notes(int width) {
        return note == null ? List.of() : Svg.wrap(note, 13, width - 2 * MARGIN - 28, 5);
    }
}
