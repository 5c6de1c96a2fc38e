package isms.platform.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rows field by field: for sparse answers, exports and cursors. What it learns of a class it learns once. */
@Singleton
class RowFields implements ListQuery.Properties {

    private final ObjectMapper json;
    private final Map<Class<?>, Set<String>> names = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, MethodHandle>> getters = new ConcurrentHashMap<>();

    RowFields(ObjectMapper json) {
        this.json = json;
    }

    /** The row as JSON with only the fields asked for, or all. */
    ObjectNode sparse(Object row, Class<?> type, @Nullable String fields) {
        ObjectNode node = json.valueToTree(row);
        if (fields == null || fields.isBlank()) {
            return node;
        }
        Set<String> known = names.computeIfAbsent(type, this::properties);
        Set<String> wanted = new LinkedHashSet<>();
        for (String field : fields.split(",", -1)) {
            String name = field.strip();
            if (!known.contains(name)) {
                throw ReadRequest.invalid(
                        "fields", "There is no field \"" + name + "\". Known are: " + String.join(", ", known) + ".");
            }
            wanted.add(name);
        }
        return node.retain(wanted);
    }

    /** Anything as JSON, in the style of the service. */
    byte[] bytes(Object any) {
        try {
            return json.writeValueAsBytes(any);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Set<String> properties(Class<?> type) {
        Set<String> all = new LinkedHashSet<>();
        for (BeanPropertyDefinition property : json.getSerializationConfig()
                .introspect(json.constructType(type))
                .findProperties()) {
            if (property.couldSerialize()) {
                all.add(property.getName());
            }
        }
        return all;
    }

    @Override
    public @Nullable Object get(Object row, String field) {
        try {
            return getters.computeIfAbsent(row.getClass(), type -> new ConcurrentHashMap<>())
                    .computeIfAbsent(field, name -> getter(row.getClass(), name))
                    .invoke(row);
        } catch (Throwable broken) {
            throw new IllegalStateException("cannot read " + field, broken);
        }
    }

    private static MethodHandle getter(Class<?> rows, String name) {
        for (Class<?> type = rows; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    try {
                        field.setAccessible(true);
                        return MethodHandles.lookup().unreflectGetter(field);
                    } catch (IllegalAccessException hidden) {
                        throw new IllegalStateException(hidden);
                    }
                }
            }
        }
        throw new IllegalArgumentException(rows.getSimpleName() + " has no field " + name);
    }
}
