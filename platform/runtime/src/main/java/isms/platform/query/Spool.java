package isms.platform.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows on disk between the database and a spreadsheet. Which columns there are is known only when the last row has been
 * seen; until then the rows lie here and not in memory, and the transaction need not wait for the spreadsheet.
 */
final class Spool implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final JsonGenerator out;
    private final Set<String> columns = new LinkedHashSet<>();

    /** Takes the cells of rows one by one. */
    @FunctionalInterface
    interface Reader {
        void row(Map<String, JsonNode> cells) throws IOException;
    }

    private Spool(Path file) throws IOException {
        this.file = file;
        this.out = JSON.createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    static Spool open() {
        try {
            return new Spool(Files.createTempFile("isms-rows-", ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(List<ObjectNode> rows) {
        try {
            for (ObjectNode row : rows) {
                Map<String, JsonNode> cells = new LinkedHashMap<>();
                flatten("", row, cells);
                columns.addAll(cells.keySet());
                JSON.writeValue(out, cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, ObjectNode node, Map<String, JsonNode> cells) {
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode nested) {
                flatten(prefix + field.getKey() + ".", nested, cells);
            } else {
                cells.put(prefix + field.getKey(), field.getValue());
            }
        });
    }

    /** All columns of all rows, in the order in which they came. */
    List<String> columns() {
        return List.copyOf(columns);
    }

    /** Reads all rows again, in order. */
    void read(Reader reader) throws IOException {
        out.flush();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser rows = JSON.createParser(in)) {
            for (@Nullable JsonToken token = rows.nextToken(); token != null; token = rows.nextToken()) {
                ObjectNode row = JSON.readTree(rows);
                Map<String, JsonNode> cells = new LinkedHashMap<>();
                row.properties().forEach(field -> cells.put(field.getKey(), field.getValue()));
                reader.row(cells);
            }
        }
    }

    @Override
    public void close() {
        try (out) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
