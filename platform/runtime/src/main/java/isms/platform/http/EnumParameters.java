package isms.platform.http;

import isms.platform.decider.Violation;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enums in paths and queries are written as in JSON: lower-kebab. */
@Provider
public class EnumParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // the converter was made for this enum
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.isEnum() ? (ParamConverter<T>) new Kebab(type) : null;
    }

    private static final class Kebab implements ParamConverter<Object> {

        private final Map<String, Object> constants = new LinkedHashMap<>();

        Kebab(Class<?> type) {
            for (Object constant : type.getEnumConstants()) {
                constants.put(Names.kebab(((Enum<?>) constant).name()), constant);
            }
        }

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            Object constant = constants.get(text.strip().toLowerCase(Locale.ROOT));
            if (constant == null) {
                String detail = "\"" + text + "\" is not one of " + String.join(", ", constants.keySet()) + ".";
                throw new ProblemException(ProblemCode.INVALID_PARAMETER, detail, List.of(new Violation("", detail)));
            }
            return constant;
        }

        @Override
        public String toString(Object constant) {
            return Names.kebab(((Enum<?>) constant).name());
        }
    }
}
