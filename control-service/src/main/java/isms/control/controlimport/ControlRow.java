package isms.control.controlimport;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import isms.control.control.ControlDescription;
import isms.control.control.Implementation;
import isms.control.control.ImportedControl;
import isms.control.control.TestDefinition;
import isms.platform.deadline.Day;
import isms.platform.imports.KnownBy;
import isms.platform.imports.RowReader;
import isms.platform.people.Subject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row says of a control. Where the file has no column for something, what is known here stays. */
final class ControlRow {

    private static final Map<String, Implementation> STATUSES = statuses();
    private static final Map<Implementation, String> DAYS = days();

    final KnownBy knownBy;

    private final @Nullable Subject owner;
    private final ControlDescription told;
    private final Set<String> columns;
    private final @Nullable List<String> requirements;
    private final @Nullable LocalDate due;
    private final @Nullable TestDefinition test;
    private final @Nullable Implementation reached;
    private final Map<Implementation, LocalDate> days = new EnumMap<>(Implementation.class);
    private final String retiredBecause;
    private final @Nullable Instant definedAt;

    ControlRow(RowReader row) {
        knownBy = new KnownBy(row);
        owner = owner(row);
        told = new ControlDescription(
                row.text("title"), row.text("description"), row.optional("scope"), wholeNumber(row, "estimatedDays"));
        columns = Stream.of("title", "description", "scope", "estimatedDays")
                .filter(row::has)
                .collect(Collectors.toUnmodifiableSet());
        requirements = row.has("requirements")
                ? row.words("requirements").stream().distinct().toList()
                : null;
        due = day(row, "due");
        test = test(row);
        reached = row.choice("status", STATUSES);
        DAYS.forEach((step, column) -> {
            LocalDate on = day(row, column);
            if (on != null) {
                days.put(step, on);
            }
        });
        retiredBecause = row.text("retiredBecause");
        definedAt = row.moment("definedAt");
    }

    private static @Nullable Subject owner(RowReader row) {
        String text = row.text("owner");
        if (text.isEmpty()) {
            row.fault("owner", ControlImportRule.A_CONTROL_HAS_AN_OWNER, "it is missing");
            return null;
        }
        return new Subject(text);
    }

    private static @Nullable Integer wholeNumber(RowReader row, String field) {
        BigDecimal number = row.number(field);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException broken) {
            row.fault(field, "\"" + row.text(field) + "\" is not a whole number.");
            return null;
        }
    }

    private static @Nullable LocalDate day(RowReader row, String field) {
        Instant moment = row.moment(field);
        return moment == null ? null : Day.of(moment);
    }

    private static @Nullable TestDefinition test(RowReader row) {
        String method = row.text("test.method");
        String period = row.text("test.period");
        String criterion = row.text("test.criterion");
        if (method.isEmpty() && period.isEmpty() && criterion.isEmpty()) {
            return null;
        }
        try {
            return new TestDefinition(method, period.isEmpty() ? Period.ZERO : Period.parse(period), criterion);
        } catch (DateTimeException malformed) {
            row.fault("test.period", "\"" + period + "\" is not a period such as P90D or P1Y.");
            return null;
        }
    }

    private static Map<String, Implementation> statuses() {
        Map<String, Implementation> words = new LinkedHashMap<>();
        words.put("planned", Implementation.PLANNED);
        words.put("in-progress", Implementation.IN_PROGRESS);
        words.put("implemented", Implementation.IMPLEMENTED);
        words.put("operating", Implementation.OPERATING);
        words.put("retired", Implementation.RETIRED);
        words.put("merged", Implementation.RETIRED);
        return words;
    }

    private static Map<Implementation, String> days() {
        Map<Implementation, String> columns = new EnumMap<>(Implementation.class);
        columns.put(Implementation.IN_PROGRESS, "startedOn");
        columns.put(Implementation.IMPLEMENTED, "implementedOn");
        columns.put(Implementation.OPERATING, "operatingOn");
        return columns;
    }

    boolean hasOwner() {
        return owner != null;
    }

    /** Whether it says when something was recorded. */
    boolean statesTimes() {
        return definedAt != null;
    }

    /** What tells it from others where nothing else does: what it is, and not who owns it or how far it is. */
    List<String> content() {
        return List.of(told.title(), requireNonNullElse(told.scope(), ""));
    }

    ImportedControl control() {
        return new ImportedControl(
                this::over, requireNonNull(owner), requirements, due, test, reached, days, retiredBecause, definedAt);
    }

    private ControlDescription over(ControlDescription known) {
        return new ControlDescription(
                columns.contains("title") ? told.title() : known.title(),
                columns.contains("description") ? told.description() : known.description(),
                columns.contains("scope") ? told.scope() : known.scope(),
                columns.contains("estimatedDays") ? told.estimatedDays() : known.estimatedDays());
    }
}
