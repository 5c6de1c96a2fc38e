package isms.control.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of facts that comes with the software: lines of cells between tabs, below a line that names them. */
public final class Table {

    /** One line, by the names of its cells. */
    public static final class Line {

        private final String file;
        private final Map<String, String> cells;

        private Line(String file, Map<String, String> cells) {
            this.file = file;
            this.cells = cells;
        }

        /** What a cell says; never nothing. */
        public String text(String column) {
            String cell = cells.get(column);
            if (cell == null || cell.isEmpty()) {
                throw new IllegalStateException(file + " has a line without " + column + ": " + cells);
            }
            return cell;
        }

        /** What a cell says; null where it is empty or the file has no such column. */
        public @Nullable String optional(String column) {
            String cell = cells.get(column);
            return cell == null || cell.isEmpty() ? null : cell;
        }

        /** Several values between semicolons. */
        public List<String> several(String column) {
            String cell = optional(column);
            return cell == null ? List.of() : List.of(cell.split(";", -1));
        }
    }

    private Table() {}

    /** Reads the file beside a class. */
    public static List<Line> read(Class<?> beside, String file) {
        try (InputStream stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var columns = lines.getFirst().split("\t", -1);
            var read = new ArrayList<Line>();
            for (String line : lines.subList(1, lines.size())) {
                var cells = line.split("\t", -1);
                if (cells.length != columns.length) {
                    throw new IllegalStateException(file + ": " + line);
                }
                var byName = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    byName.put(columns[i], cells[i]);
                }
                read.add(new Line(file, byName));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
