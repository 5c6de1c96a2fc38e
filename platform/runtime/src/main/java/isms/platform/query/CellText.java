package isms.platform.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a table, as exports write it and imports read it again. */
public final class CellText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BETWEEN = Pattern.compile("[;\\r\\n]+");
    /** What begins a formula: the last four are what East Asian keyboards make of the first four. */
    private static final String FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /**
     * Several values: {@code File servers; Backup server}; as a JSON list where one of them holds a semicolon itself or is
     * more than a word.
     */
    public static String of(JsonNode list) {
        StringJoiner joined = new StringJoiner("; ");
        for (JsonNode value : list) {
            String text = value.asText();
            if (!value.isValueNode() || isMistakable(text)) {
                return list.toString();
            }
            joined.add(text);
        }
        return joined.toString();
    }

    private static boolean isMistakable(String text) {
        return text.isBlank()
                || !text.equals(text.strip())
                || text.startsWith("[")
                || BETWEEN.matcher(text).find();
    }

    /** The values that {@link #of} has written, or that somebody has typed with semicolons or lines between them. */
    public static List<String> several(String cell) {
        List<String> values = new ArrayList<>();
        if (cell.startsWith("[") && list(cell) instanceof JsonNode list) {
            list.forEach(value -> values.add(value.isValueNode() ? value.asText() : value.toString()));
            return values;
        }
        for (String value : BETWEEN.split(cell, -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static @Nullable JsonNode list(String cell) {
        try {
            JsonNode list = JSON.readTree(cell);
            return list.isArray() ? list : null;
        } catch (JsonProcessingException justABracket) {
            return null;
        }
    }

    /** Spreadsheets run text that begins like a formula; a leading apostrophe keeps it text. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text before {@link #harmless}. */
    public static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULAS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
