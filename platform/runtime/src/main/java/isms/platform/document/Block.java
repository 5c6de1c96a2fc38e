package isms.platform.document;

import java.util.ArrayList;
import java.util.List;

/** A part of a document. */
public sealed interface Block {

    /** A heading; all of them together are the bookmarks of the file. */
    record Heading(String text) implements Block {}

    /** A heading below another. */
    record Subheading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** What a reader must know before drawing conclusions. */
    record Note(String text) implements Block {}

    /** Names with what they stand for. */
    record Facts(List<Fact> facts) implements Block {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, Cell value) {

        public static Fact of(String name, String value) {
            return new Fact(name, Cell.of(value));
        }
    }

    /**
     * A table; its head is repeated on every page that it reaches.
     *
     * @param caption what it shows, in words
     */
    record Table(String caption, List<Head> heads, List<List<Cell>> rows) implements Block {

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        /** The head of a column, and its share of the width. */
        public record Head(String title, int share) {}

        /** A table with a row for each thing. */
        public static <T> Table of(String caption, List<Column<T>> columns, List<T> things) {
            List<List<Cell>> rows = new ArrayList<>(things.size());
            for (T thing : things) {
                List<Cell> row = new ArrayList<>(columns.size());
                for (Column<T> column : columns) {
                    row.add(column.cell().apply(thing));
                }
                rows.add(row);
            }
            return new Table(
                    caption,
                    columns.stream()
                            .map(column -> new Head(column.title(), column.share()))
                            .toList(),
                    rows);
        }
    }

    /**
     * A matrix of coloured fields, such as likelihood by impact.
     *
     * @param caption what it shows, in words
     * @param upwards what the rows are
     * @param rightwards what the columns are
     * @param rows heads of the rows, the topmost first
     * @param columns heads of the columns
     * @param fields a list per row, in it a field per column
     */
    record Matrix(
            String caption,
            String upwards,
            String rightwards,
            List<String> rows,
            List<String> columns,
            List<List<Field>> fields)
            implements Block {

        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            fields = fields.stream().map(List::copyOf).toList();
        }

        /**
         * One field.
         *
         * @param value what stands large in it; nothing where it is empty
         * @param name what its colour means
         */
        public record Field(String value, String name, String colour) {

            public Field {
                Cell.Line.Chip.requireColour(colour);
            }
        }
    }
}
