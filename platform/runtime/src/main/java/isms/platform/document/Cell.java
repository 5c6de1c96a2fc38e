package isms.platform.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell shows: lines one below the other. Text is wrapped, and never read as markup.
 *
 * {@snippet :
 * Cell.strong(risk.title).small(risk.category).chip("High", "#e8833a")
 * }
 */
public record Cell(List<Line> lines) {

    public static final Cell EMPTY = new Cell(List.of());

    public Cell {
        lines = List.copyOf(lines);
    }

    /** One line; several where the text itself has line breaks. */
    sealed interface Line {

        record Plain(String text) implements Line {}

        record Strong(String text) implements Line {}

        /** What is said by the way. */
        record Small(String text) implements Line {}

        /** A word on a colour that means something; the word says the same without the colour. */
        record Chip(String text, String colour) implements Line {

            private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

            public Chip {
                requireColour(colour);
            }

            static void requireColour(String colour) {
                if (!COLOUR.matcher(colour).matches()) {
                    throw new IllegalArgumentException("not a colour: " + colour);
                }
            }
        }
    }

    /** The text; an empty cell where there is none. */
    public static Cell of(@Nullable Object text) {
        return EMPTY.plain(text);
    }

    /** Each on a line of its own. */
    public static Cell of(Collection<?> texts) {
        Cell cell = EMPTY;
        for (Object text : texts) {
            cell = cell.plain(text);
        }
        return cell;
    }

    public static Cell strong(@Nullable Object text) {
        return isBlank(text) ? EMPTY : EMPTY.and(new Line.Strong(String.valueOf(text)));
    }

    public Cell plain(@Nullable Object text) {
        return isBlank(text) ? this : and(new Line.Plain(String.valueOf(text)));
    }

    public Cell small(@Nullable Object text) {
        return isBlank(text) ? this : and(new Line.Small(String.valueOf(text)));
    }

    /** @param colour {@code #rrggbb} */
    public Cell chip(String text, String colour) {
        return and(new Line.Chip(text, colour));
    }

    private Cell and(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new Cell(more);
    }

    private static boolean isBlank(@Nullable Object text) {
        return text == null || text.toString().isBlank();
    }
}
