package isms.platform.query;

import isms.platform.http.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of query parameters and cursors as text. */
final class Values {

    private Values() {}

    /** @throws IllegalArgumentException with a sentence on what is allowed */
    static Object parse(String text, Class<?> type) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == UUID.class) {
                return UUID.fromString(text);
            }
            if (type == Boolean.class) {
                return switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException();
                };
            }
            if (type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == Long.class) {
                return Long.valueOf(text);
            }
            if (type == Double.class) {
                return Double.valueOf(text);
            }
            if (type == BigDecimal.class) {
                return new BigDecimal(text);
            }
            if (type == Instant.class) {
                return Instant.parse(text);
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type.isEnum()) {
                return constant(text, type);
            }
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + expected(type) + ".", malformed);
        }
        throw new IllegalStateException("no text form for " + type);
    }

    static @Nullable String print(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> Names.kebab(constant.name());
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static Object constant(String text, Class<?> type) {
        for (Object candidate : type.getEnumConstants()) {
            if (Names.kebab(((Enum<?>) candidate).name()).equals(text.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
        throw new IllegalArgumentException();
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            StringBuilder names = new StringBuilder("one of ");
            for (Object candidate : type.getEnumConstants()) {
                names.append(names.length() > 7 ? ", " : "").append(Names.kebab(((Enum<?>) candidate).name()));
            }
            return names.toString();
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Boolean" -> "true or false";
            case "Integer", "Long" -> "a whole number";
            case "Double", "BigDecimal" -> "a number";
            case "Instant" -> "a moment in UTC such as 2026-03-31T23:59:59Z";
            case "LocalDate" -> "a date such as 2026-03-31";
            default -> "a value of the right form";
        };
    }
}
