package isms.platform.query;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/**
 * Reads {@code jsonb} columns as the projections write them: in the JSON style of the service. A value that lost a field
 * since it was written can still be read.
 */
@Singleton
@JsonFormat
@PersistenceUnitExtension
class NestedValues implements FormatMapper {

    private final ObjectMapper json;
    private final FormatMapper jackson;

    NestedValues(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        jackson = new JacksonJsonFormatMapper(this.json);
    }

    /** Maps and lists, as the database client has read them already. */
    @Override
    public boolean supportsSourceType(Class<?> type) {
        return Map.class.isAssignableFrom(type) || List.class.isAssignableFrom(type);
    }

    @Override
    public <T> T readFromSource(JavaType<T> type, Object source, WrapperOptions options) {
        return json.convertValue(source, json.constructType(type.getJavaType()));
    }

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        return jackson.fromString(text, type, options);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return jackson.toString(value, type, options);
    }
}
