package isms.platform.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import isms.platform.decider.Refusal;
import isms.platform.decider.Violation;
import isms.platform.http.ProblemWriter.Case;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, in the words of somebody who writes JSON, not of somebody who writes Java. */
final class BodyProblems {

    private BodyProblems() {}

    /** A kind of problem with what is said of the case. */
    record Found(ProblemCode code, Case about) {}

    static Found of(JsonProcessingException broken) {
        if (broken instanceof JsonMappingException mapping && refusal(mapping) instanceof Refusal refusal) {
            return refused(refusal, pointer(mapping));
        }
        return switch (broken) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format ->
                at(format, "\"" + format.getValue() + "\" is not " + expected(format.getTargetType()) + ".");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JsonMappingException mapping -> at(mapping, "The value is not valid here.");
            default -> {
                String detail = "The body is not well-formed JSON" + place(broken.getLocation()) + ".";
                yield new Found(
                        ProblemCode.MALFORMED_BODY,
                        Case.of(ProblemCode.MALFORMED_BODY, detail, new Violation("", detail)));
            }
        };
    }

    static Found of(Collection<? extends ConstraintViolation<?>> constraints) {
        List<Violation> violations = constraints.stream()
                .map(constraint -> new Violation(pointer(constraint.getPropertyPath()), constraint.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        String detail = violations.size() == 1
                ? sentence(violations.getFirst())
                : violations.size() + " parts of the request break the rules of their fields.";
        return new Found(
                ProblemCode.INVALID_BODY,
                new Case(detail, ProblemCode.INVALID_BODY.remedy(), null, null, violations, null));
    }

    /** A rule refused, possibly within a part of the body: then its pointers begin there. */
    static Found refused(Refusal refusal, String prefix) {
        ProblemCode code = switch (refusal.rule().reason()) {
            case RULE -> ProblemCode.RULE_VIOLATED;
            case CONFLICT -> ProblemCode.CONFLICT;
            case FORBIDDEN -> ProblemCode.FORBIDDEN;
            case NOT_FOUND -> ProblemCode.NOT_FOUND;
        };
        List<Violation> violations = refusal.violations().stream()
                .map(violation -> new Violation(prefix + violation.pointer(), violation.detail()))
                .toList();
        if (violations.isEmpty() && !prefix.isEmpty()) {
            violations = List.of(new Violation(prefix, String.valueOf(refusal.getMessage())));
        }
        return new Found(
                code,
                new Case(
                        String.valueOf(refusal.getMessage()),
                        refusal.rule().remedy(),
                        refusal.rule().id(),
                        refusal.rule().clause(),
                        violations,
                        null));
    }

    private static @Nullable Throwable refusal(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                return cause;
            }
        }
        return null;
    }

    private static Found unknownField(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        String detail = "There is no field \"" + unknown.getPropertyName() + "\""
                + (known == null || known.isEmpty()
                        ? "."
                        : ". Known are: "
                                + String.join(
                                        ", ",
                                        known.stream()
                                                .map(String::valueOf)
                                                .sorted()
                                                .toList())
                                + ".");
        return new Found(
                ProblemCode.UNKNOWN_FIELD,
                Case.of(ProblemCode.UNKNOWN_FIELD, detail, new Violation(pointer(unknown), detail)));
    }

    private static Found mismatch(MismatchedInputException mismatch) {
        if (mismatch.getPath().isEmpty()
                && String.valueOf(mismatch.getMessage()).startsWith("No content")) {
            return at(mismatch, "The body is empty; the operation needs one.");
        }
        return at(mismatch, "Expected is " + expected(mismatch.getTargetType()) + ".");
    }

    private static Found at(JsonMappingException broken, String sentence) {
        String pointer = pointer(broken);
        String detail = (pointer.isEmpty() ? "" : pointer + ": ") + sentence;
        return new Found(
                ProblemCode.MALFORMED_BODY,
                Case.of(
                        ProblemCode.MALFORMED_BODY,
                        detail.substring(0, detail.length() - 1) + place(broken.getLocation()) + ".",
                        new Violation(pointer, sentence)));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String sentence(Violation violation) {
        return violation.pointer().isEmpty()
                ? "The body " + violation.detail() + "."
                : violation.pointer() + " " + violation.detail() + ".";
    }

    private static String pointer(JsonMappingException broken) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : broken.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String pointer(Path path) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
                if (place != null) {
                    steps.add(escaped(place.toString()));
                }
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                steps.add(escaped(node.getName()));
            }
        }
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            List<String> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(Names.kebab(((Enum<?>) constant).name()));
            }
            return "one of " + String.join(", ", names);
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class
                || type == long.class
                || type == short.class
                || type == Integer.class
                || type == Long.class
                || type == Short.class
                || type == BigInteger.class) {
            return "a whole number";
        }
        if (type == double.class
                || type == float.class
                || Number.class.isAssignableFrom(type)
                || type == BigDecimal.class) {
            return "a number";
        }
        if (type == UUID.class) {
            return "a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057";
        }
        if (type == Instant.class) {
            return "a moment in UTC such as 2026-03-31T23:59:59Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-03-31";
        }
        if (type == Duration.class || type == Period.class) {
            return "a duration such as P30D";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "an object";
        }
        return "another kind of value";
    }
}
