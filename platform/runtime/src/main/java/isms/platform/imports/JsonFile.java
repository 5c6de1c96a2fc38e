package isms.platform.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.imports.Table.Format;
import isms.platform.imports.Table.Row;
import isms.platform.query.CellText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a JSON list of objects, or the {@code items} of a page as lists answer them. Nested fields become columns named
 * {@code scenario.event}, as in exports.
 */
final class JsonFile {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonFile() {}

    static Table read(byte[] bytes, Limits limits) {
        // the columns are known when the last row has been read
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<Row> read = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(Text.of(bytes, null).characters())) {
            toTheRows(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw Rows.unreadable("Entry " + (read.size() + 1) + " of the list is not an object.");
                }
                if (read.size() >= limits.rows()) {
                    throw Rows.tooLarge("The list has more than " + limits.rows() + " entries.");
                }
                read.add(row(read.size() + 1, parser.readValueAsTree(), columns));
                if (columns.size() > limits.columns()) {
                    throw Rows.tooLarge("The entries have more than " + limits.columns() + " different fields.");
                }
            }
        } catch (JsonProcessingException broken) {
            throw Rows.unreadable("It is not well-formed JSON after entry " + read.size() + " (line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ").");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Rows rows = new Rows(limits);
        rows.add(Row.of(0, columns.isEmpty() ? List.of() : List.copyOf(columns.keySet())));
        read.forEach(rows::add);
        return new Table(Format.JSON, null, null, null, rows.columns(), rows.rows());
    }

    private static void toTheRows(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean items = parser.currentName().equals("items");
                if (parser.nextToken() == JsonToken.START_ARRAY && items) {
                    return;
                }
                parser.skipChildren();
            }
        }
        if (first != JsonToken.START_ARRAY) {
            throw Rows.unreadable("It is neither a list of objects nor an object with the list items.");
        }
    }

    private static Row row(int number, ObjectNode entry, Map<String, Integer> columns) {
        Map<Integer, String> cells = new HashMap<>();
        Set<Integer> numbers = new TreeSet<>();
        flatten("", entry, columns, cells, numbers);
        List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        cells.forEach(row::set);
        return new Row(number, row, numbers, Map.of());
    }

    private static void flatten(
            String prefix,
            ObjectNode node,
            Map<String, Integer> columns,
            Map<Integer, String> cells,
            Set<Integer> numbers) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = prefix + field.getKey();
            if (value instanceof ObjectNode nested) {
                flatten(name + ".", nested, columns, cells, numbers);
            } else if (!value.isNull()) {
                int column = columns.computeIfAbsent(name, first -> columns.size());
                cells.put(column, text(value));
                if (value.isNumber()) {
                    numbers.add(column);
                }
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isNumber() && !value.isIntegralNumber()) {
            String plain = Numbers.plain(value.asText());
            return plain == null ? value.asText() : plain;
        }
        return value.isArray() ? CellText.of(value) : value.asText();
    }
}
