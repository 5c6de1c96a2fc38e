package isms.platform.imports;

import isms.platform.decider.Refusal;
import isms.platform.decider.Rule;
import isms.platform.decider.Violation;
import isms.platform.imports.Table.Row;
import isms.platform.query.CellText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row by its fields. What cannot be understood is noted with its cell and read as nothing, so that one report names all
 * that is wrong. Of one thread.
 */
public final class RowReader {

    private static final int LONGEST_VALUE = 200;
    private static final Pattern WORDS = Pattern.compile("[;,\\r\\n]+");
    private static final Pattern LAST_STEPS = Pattern.compile("(/value|/\\d+(/[^/]*)?)$");

    private final Layout layout;
    private final Row row;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Set<String> atFault = new HashSet<>();

    RowReader(Layout layout, Row row) {
        this.layout = layout;
        this.row = row;
    }

    public int number() {
        return row.number();
    }

    /** Whether the file, or a default, says anything of this field for any row. */
    public boolean has(String field) {
        return layout.has(field);
    }

    /** What the row says; empty when nothing. */
    public String text(String field) {
        Integer column = layout.columns().get(field);
        if (column != null) {
            String fault = row.faults().get(column);
            if (fault != null) {
                fault(field, fault);
                return "";
            }
            String cell = CellText.unguarded(row.cell(column).strip());
            if (!cell.isEmpty()) {
                return cell;
            }
        }
        return layout.defaults().getOrDefault(field, "");
    }

    public @Nullable String optional(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** Several texts, separated by semicolons or lines. */
    public List<String> several(String field) {
        return CellText.several(text(field));
    }

    /** Several texts without blanks in them, separated by semicolons, commas or lines. */
    public List<String> words(String field) {
        String text = text(field);
        return text.startsWith("[")
                ? CellText.several(text)
                : CellText.several(WORDS.matcher(text).replaceAll(";"));
    }

    /** One of some words, whatever its case; null when the cell is empty or at fault. */
    public <T> @Nullable T choice(String field, Map<String, T> words) {
        String text = text(field);
        return text.isEmpty() ? null : choice(field, text, words);
    }

    /** Each of some words, whatever their case. */
    public <T> List<T> choices(String field, Map<String, T> words) {
        List<T> chosen = new ArrayList<>();
        for (String word : words(field)) {
            T one = choice(field, word, words);
            if (one != null) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private <T> @Nullable T choice(String field, String text, Map<String, T> words) {
        T found = words.get(text.strip().toLowerCase(Locale.ROOT));
        if (found == null) {
            fault(field, "\"" + text + "\" is not one of " + String.join(", ", words.keySet()) + ".");
        }
        return found;
    }

    public @Nullable BigDecimal number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        Integer column = layout.columns().get(field);
        try {
            return column != null && row.numbers().contains(column)
                    ? new BigDecimal(text)
                    : Numbers.typed(
                            text, layout.table().format(), layout.table().separator());
        } catch (IllegalArgumentException notANumber) {
            fault(field, String.valueOf(notANumber.getMessage()));
            return null;
        }
    }

    public @Nullable Instant moment(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Moments.typed(text);
        } catch (IllegalArgumentException notAMoment) {
            fault(field, String.valueOf(notAMoment.getMessage()));
            return null;
        }
    }

    /** Notes that the cell of a field cannot be understood. */
    public void fault(String field, String detail) {
        fault(field, ImportRule.A_CELL_CAN_BE_UNDERSTOOD, detail);
    }

    /** Notes that a rule is not kept. */
    public void fault(@Nullable String field, Rule rule, String detail) {
        note(field, rule, detail);
    }

    /** Notes why the decisions on the row were refused. What could not be understood is not complained of again as missing. */
    public void refused(Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            note(null, refusal.rule(), String.valueOf(refusal.getMessage()));
        }
        Set<String> before = Set.copyOf(atFault);
        for (Violation violation : refusal.violations()) {
            String field = field(violation.pointer());
            if (!before.contains(field)) {
                note(field, refusal.rule(), violation.detail());
            }
        }
        if (problems.isEmpty()) {
            note(null, refusal.rule(), String.valueOf(refusal.getMessage()));
        }
    }

    private String field(String pointer) {
        String path = pointer;
        for (String shorter = LAST_STEPS.matcher(path).replaceFirst("");
                !shorter.equals(path);
                shorter = LAST_STEPS.matcher(path).replaceFirst("")) {
            path = shorter;
        }
        return path.isEmpty() ? "" : path.substring(1).replace('/', '.');
    }

    private void note(@Nullable String field, Rule rule, String detail) {
        String value = null;
        if (field != null) {
            atFault.add(field);
            Integer column = layout.columns().get(field);
            String cell = column == null ? layout.defaults().getOrDefault(field, "") : row.cell(column);
            value = cell.isEmpty() ? null : cell.length() > LONGEST_VALUE ? cell.substring(0, LONGEST_VALUE) : cell;
        }
        RowProblem problem = new RowProblem(
                row.number(),
                field == null || field.isEmpty() ? null : layout.heading(field),
                value,
                rule.id(),
                detail,
                rule.remedy());
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }
}
