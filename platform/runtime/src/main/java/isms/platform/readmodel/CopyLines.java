package isms.platform.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines of the text format of PostgreSQL's COPY, with the columns of {@link RowMapping#columns} in their order. What stands
 * in a column is what {@code jsonb_populate_recordset} makes of {@link RowMapping#write}.
 */
public final class CopyLines<R extends VersionedRow> {

    private enum Shape {
        PLAIN,
        LIST,
        NESTED
    }

    private final RowMapping<R> mapping;
    private final Shape[] shapes;

    /** @param types of PostgreSQL, by column */
    public CopyLines(RowMapping<R> mapping, Map<String, String> types) {
        this.mapping = mapping;
        this.shapes = mapping.columns().stream()
                .map(column -> shape(types.getOrDefault(column, "text")))
                .toArray(Shape[]::new);
    }

    private static Shape shape(String type) {
        if (type.equals("jsonb") || type.equals("json")) {
            return Shape.NESTED;
        }
        return type.endsWith("[]") ? Shape.LIST : Shape.PLAIN;
    }

    /** @param rows versions of one aggregate; what one has in common with the one before it is written as text once */
    public void append(StringBuilder to, List<R> rows) {
        @Nullable Object[] before = new @Nullable Object[shapes.length];
        var texts = new @Nullable String[shapes.length];
        for (R row : rows) {
            @Nullable Object[] values = mapping.values(row);
            for (int i = 0; i < values.length; i++) {
                var value = values[i];
                if (value == null) {
                    to.append("\\N");
                } else if (value instanceof Number || value instanceof Boolean) {
                    to.append(value);
                } else {
                    if (value != before[i]) {
                        texts[i] = escaped(text(value, shapes[i]));
                        before[i] = value;
                    }
                    to.append(texts[i]);
                }
                to.append(i == values.length - 1 ? '\n' : '\t');
            }
        }
    }

    private String text(Object value, Shape shape) {
        try {
            return switch (shape) {
                case NESTED -> mapping.json().writeValueAsString(value);
                case LIST -> list((Collection<?>) value);
                case PLAIN -> plain(value);
            };
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Enum<?> constant -> constant.name();
            case Instant moment -> moment.toString();
            case UUID id -> id.toString();
            default -> {
                JsonNode node = mapping.json().valueToTree(value);
                yield node.isValueNode() ? node.asText() : node.toString();
            }
        };
    }

    private String list(Collection<?> values) {
        var text = new StringBuilder("{");
        for (Object value : values) {
            text.append(text.length() == 1 ? "" : ",");
            if (value == null) {
                text.append("NULL");
            } else {
                text.append('"')
                        .append(plain(value).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\' && letter != '\t' && letter != '\n' && letter != '\r') {
                continue;
            }
            if (escaped == null) {
                escaped = new StringBuilder(text.length() + 16);
            }
            escaped.append(text, copied, i)
                    .append('\\')
                    .append(
                            switch (letter) {
                                case '\t' -> 't';
                                case '\n' -> 'n';
                                case '\r' -> 'r';
                                default -> letter;
                            });
            copied = i + 1;
        }
        return escaped == null
                ? text
                : escaped.append(text, copied, text.length()).toString();
    }
}
