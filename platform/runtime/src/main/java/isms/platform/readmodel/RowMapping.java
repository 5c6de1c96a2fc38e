package isms.platform.readmodel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.persistence.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way between an entity and its row as JSON: a column per field in snake_case, enums by name, nested values as the
 * application writes them in JSON. It goes by the fields and not by Jackson's annotations, which speak to the clients of
 * the API.
 */
public final class RowMapping<R extends VersionedRow> {

    private static final int TYPICAL_LENGTH = 4_096;

    private record Mapped(String column, Field field, JavaType type) {}

    private final Constructor<R> constructor;
    private final List<Mapped> fields;
    private final ObjectMapper json;

    public RowMapping(Class<R> row, ObjectMapper json) {
        this.json = json.copy()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                // A row written by the version before may hold more than this one knows.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.fields = new ArrayList<>();
        for (Class<?> level = row; VersionedRow.class.isAssignableFrom(level); level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (isColumn(field)) {
                    field.setAccessible(true);
                    fields.add(new Mapped(column(field), field, this.json.constructType(field.getGenericType())));
                }
            }
        }
        try {
            this.constructor = row.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(row.getName() + " needs a constructor without parameters", e);
        }
    }

    private static boolean isColumn(Field field) {
        return !field.isSynthetic()
                && (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0
                && !field.isAnnotationPresent(jakarta.persistence.Transient.class)
                && !field.getName().startsWith("$");
    }

    private static String column(Field field) {
        var column = field.getAnnotation(Column.class);
        return column != null && !column.name().isEmpty()
                ? column.name()
                : field.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** All columns that it reads and writes. */
    public List<String> columns() {
        return fields.stream().map(Mapped::column).toList();
    }

    /** The rows as a JSON list of objects with a field per column that is not null. */
    public String write(List<R> rows) {
        var text = new StringWriter(rows.size() * TYPICAL_LENGTH);
        try (var out = json.createGenerator(text)) {
            out.writeStartArray();
            for (R row : rows) {
                out.writeStartObject();
                for (Mapped mapped : fields) {
                    var value = value(mapped.field, row);
                    if (value != null) {
                        out.writeFieldName(mapped.column);
                        write(out, value);
                    }
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator out, Object value) throws IOException {
        switch (value) {
            case String text -> out.writeString(text);
            case Enum<?> constant -> out.writeString(constant.name());
            case Instant moment -> out.writeString(moment.toString());
            case UUID id -> out.writeString(id.toString());
            default -> json.writeValue(out, value);
        }
    }

    /** The values of a row in the order of {@link #columns}. */
    @Nullable
    Object[] values(R row) {
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields.get(i).field, row);
        }
        return values;
    }

    ObjectMapper json() {
        return json;
    }

    /** @param row as {@code to_json} gives it */
    public R read(String row) {
        try {
            var node = json.readTree(row);
            R entity = constructor.newInstance();
            for (Mapped mapped : fields) {
                var value = node.get(mapped.column);
                if (value != null && !value.isNull()) {
                    mapped.field.set(entity, read(value, mapped.type));
                } else if (!mapped.type.isPrimitive()) {
                    mapped.field.set(entity, null);
                }
            }
            return entity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object read(JsonNode value, JavaType type) throws IOException {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return value.asText();
        }
        if (raw == Instant.class) {
            return OffsetDateTime.parse(value.asText()).toInstant();
        }
        if (raw == UUID.class) {
            return UUID.fromString(value.asText());
        }
        if (raw.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) raw, value.asText());
        }
        return json.treeToValue(value, type);
    }

    private static @Nullable Object value(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
