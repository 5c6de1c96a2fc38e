package isms.platform.imports;

import static java.util.stream.Collectors.joining;

import isms.platform.decider.Violation;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds which field.
 *
 * @param columns by field
 * @param defaults by field: what holds where a row says nothing
 * @param table the table
 * @param leftOut the columns that are not taken in
 */
record Layout(Map<String, Integer> columns, Map<String, String> defaults, Table table, List<String> leftOut) {

    static Layout of(Table table, Fields fields, ImportRequest.Wishes wishes) {
        return new Search(table, fields, wishes).layout();
    }

    boolean has(String field) {
        return columns.containsKey(field) || defaults.containsKey(field);
    }

    /** The heading of the column that holds a field; the field where none does. */
    String heading(String field) {
        Integer column = columns.get(field);
        return column == null ? field : table.columns().get(column);
    }

    /** By heading. */
    Map<String, String> mapping() {
        var byHeading = new LinkedHashMap<String, String>();
        columns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(found -> byHeading.put(table.columns().get(found.getValue()), found.getKey()));
        return byHeading;
    }

    /** Finds the field of every column, and everything that is wrong with the heading at once. */
    private static final class Search {

        private final Table table;
        private final Fields fields;
        private final ImportRequest.Wishes wishes;
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<String> leftOut = new ArrayList<>();
        private final List<Violation> faults = new ArrayList<>();

        Search(Table table, Fields fields, ImportRequest.Wishes wishes) {
            this.table = table;
            this.fields = fields;
            this.wishes = wishes;
            // names first: no other field's synonym takes a name away
            fields.taken().forEach(field -> names.put(Field.plain(field.name()), field.name()));
            fields.taken()
                    .forEach(field ->
                            field.alsoCalled().forEach(other -> names.putIfAbsent(Field.plain(other), field.name())));
        }

        Layout layout() {
            Map<String, String> mapping = mapping();
            Set<String> leave = new HashSet<>();
            wishes.ignore().forEach(name -> leave.add(Field.plain(name)));
            Set<String> mapped = new HashSet<>(mapping.values());
            for (int i = 0; i < table.columns().size(); i++) {
                String heading = table.columns().get(i);
                String plain = Field.plain(heading);
                String field = mapping.containsKey(plain) ? mapping.get(plain) : unlessMapped(names.get(plain), mapped);
                if (leave.contains(plain) || (field != null && field.isEmpty())) {
                    leftOut.add(heading);
                } else if (field != null) {
                    take(heading, field, i);
                } else if (fields.known().test(heading) || leave.contains("*") || isEmpty(i)) {
                    leftOut.add(heading);
                } else {
                    fault(heading.isEmpty() ? "column " + (i + 1) : heading, "there is no such field" + perhaps(plain));
                }
            }
            Map<String, String> defaults = defaults();
            for (Field field : fields.taken()) {
                if (field.required() && !columns.containsKey(field.name()) && !defaults.containsKey(field.name())) {
                    fault(field.name(), "no column holds it, and no default is given");
                }
            }
            if (!faults.isEmpty()) {
                throw refused();
            }
            leftOut.removeIf(String::isEmpty);
            return new Layout(Map.copyOf(columns), defaults, table, List.copyOf(leftOut));
        }

        /** The field that was meant, if only a letter or two are wrong. */
        private String perhaps(String heading) {
            return names.keySet().stream()
                    .filter(name -> Spelling.distance(heading, name) <= Spelling.SLIPS)
                    .min(Comparator.comparingInt(name -> Spelling.distance(heading, name)))
                    .map(name -> "; did you mean " + names.get(name) + "?")
                    .orElse("");
        }

        /** A field that another column is said to hold is not also looked for by its name. */
        private static @Nullable String unlessMapped(@Nullable String field, Set<String> mapped) {
            return field == null || mapped.contains(field) ? null : field;
        }

        private void take(String heading, String field, int column) {
            Integer other = columns.putIfAbsent(field, column);
            if (other != null) {
                fault(
                        heading,
                        "the column \"" + table.columns().get(other) + "\" holds " + field
                                + " already; leave one of them out with ignore");
            }
        }

        private Map<String, String> mapping() {
            Set<String> headings = new HashSet<>();
            table.columns().forEach(heading -> headings.add(Field.plain(heading)));
            Map<String, String> mapping = new HashMap<>();
            wishes.mapping().forEach((column, name) -> {
                String field = name.isEmpty() ? "" : names.get(Field.plain(name));
                if (!headings.contains(Field.plain(column))) {
                    fault(column, "mapping names this column, and the file does not have it");
                } else if (field == null) {
                    fault(column, "mapping names the field " + name + ", which there is not");
                } else {
                    mapping.put(Field.plain(column), field);
                }
            });
            return mapping;
        }

        private Map<String, String> defaults() {
            Map<String, String> defaults = new HashMap<>();
            wishes.defaults().forEach((name, value) -> {
                String field = names.get(Field.plain(name));
                if (field == null) {
                    fault(name, "defaults names this field, which there is not");
                } else {
                    defaults.put(field, value);
                }
            });
            return defaults;
        }

        private boolean isEmpty(int column) {
            return table.rows().stream()
                    .allMatch(row -> row.cell(column).isBlank() && !row.faults().containsKey(column));
        }

        private void fault(String column, String detail) {
            faults.add(new Violation("/" + column.replace("~", "~0").replace("/", "~1"), detail));
        }

        private ProblemException refused() {
            return new ProblemException(
                    ProblemCode.INVALID_BODY,
                    "The heading of the file does not fit: "
                            + faults.stream()
                                    .limit(5)
                                    .map(fault -> "\"" + fault.pointer().substring(1) + "\" (" + fault.detail() + ")")
                                    .collect(joining(", "))
                            + (faults.size() > 5 ? " and " + (faults.size() - 5) + " more." : "."),
                    ImportRule.A_COLUMN_SAYS_WHAT_IT_HOLDS.remedy(),
                    faults,
                    null);
        }
    }
}
