package isms.control.statementregister;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.control.statement.Justification;
import isms.control.statement.Need;
import isms.control.statementregister.StatementReading.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a statement, or between two moments (CTL-12). */
@Schema(name = "StatementDifferences")
public record StatementDifferences(
        @Schema(examples = "SOA-1") String statement,

        @Schema(description = "Number of the version on the one side")
        int fromVersion,

        @Schema(description = "Number of the version on the other side")
        int toVersion,

        @Schema(description = "How many lines are the same on both sides")
        int same,

        @Schema(description = "The lines that differ, in the order of Annex A")
        List<LineDifference> lines) {

    /** What became of a line. */
    enum Change {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    @Schema(name = "StatementLineDifference")
    record LineDifference(
            @Schema(examples = "A.8.5") String control, String title, Change change, List<FieldDifference> fields) {}

    @Schema(name = "StatementFieldDifference")
    record FieldDifference(
            @Schema(examples = "applicable") String field,

            @Schema(description = "As it was, in words; absent for nothing") @Nullable
            String from,

            @Schema(description = "As it is, in words; absent for nothing") @Nullable
            String to) {}

    private static final Map<String, Function<StatementLine, @Nullable Object>> FIELDS = fields();

    private static Map<String, Function<StatementLine, @Nullable Object>> fields() {
        Map<String, Function<StatementLine, @Nullable Object>> all = new LinkedHashMap<>();
        all.put("title", line -> line.title);
        all.put("applicable", line -> line.applicable);
        all.put(
                "justifications",
                line -> line.justifications.stream()
                        .map(StatementDifferences::inWords)
                        .toList());
        all.put("exclusion", line -> line.exclusion);
        all.put("status", line -> line.status);
        all.put("controls", line -> line.controls);
        all.put("needs", line -> line.needs.stream().map(Need::inWords).toList());
        all.put("note", line -> line.note);
        return all;
    }

    static StatementDifferences between(Whole from, Whole to) {
        Map<String, StatementLine> before = from.lines().stream()
                .collect(
                        Collectors.toMap(line -> line.reference, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        List<LineDifference> lines = new ArrayList<>();
        int same = 0;
        for (StatementLine line : to.lines()) {
            StatementLine former = before.remove(line.reference);
            List<FieldDifference> fields = differing(former, line);
            if (former != null && fields.isEmpty()) {
                same++;
            } else {
                lines.add(new LineDifference(
                        line.control, line.title, former == null ? Change.ADDED : Change.CHANGED, fields));
            }
        }
        before.values()
                .forEach(line ->
                        lines.add(new LineDifference(line.control, line.title, Change.REMOVED, differing(line, null))));
        return new StatementDifferences(
                to.statement().key, from.version().number(), to.version().number(), same, lines);
    }

    private static List<FieldDifference> differing(@Nullable StatementLine former, @Nullable StatementLine line) {
        List<FieldDifference> all = new ArrayList<>();
        FIELDS.forEach((field, value) -> {
            String from = text(former, value);
            String to = text(line, value);
            if (!Objects.equals(from, to)) {
                all.add(new FieldDifference(field, from, to));
            }
        });
        return all;
    }

    private static @Nullable String text(
            @Nullable StatementLine line, Function<StatementLine, @Nullable Object> field) {
        Object value = line == null ? null : field.apply(line);
        if (value instanceof List<?> several) {
            return several.isEmpty()
                    ? null
                    : several.stream().map(Object::toString).collect(Collectors.joining("; "));
        }
        return value == null ? null : value.toString();
    }

    /** A justification in one line. */
    public static String inWords(Justification justification) {
        String kind = justification.kind() == null ? "" : justification.kind().word() + ": ";
        return kind
                + justification.text()
                + (justification.risks().isEmpty() ? "" : " (" + String.join(", ", justification.risks()) + ")");
    }
}
