package isms.risk.riskimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.platform.imports.RowReader;
import isms.risk.risk.Effectiveness;
import isms.risk.risk.ExistingControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the controls of today: {@code A.8.7 effective (All clients report daily); A.8.13 partly-effective}, or as exported. */
final class ExistingControls {

    private static final String FIELD = "existingControls";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String WORDS =
            Arrays.stream(Effectiveness.values()).map(Effectiveness::word).collect(Collectors.joining(", "));

    private ExistingControls() {}

    static List<ExistingControl> of(RowReader row) {
        List<ExistingControl> controls = new ArrayList<>();
        for (String text : row.several(FIELD)) {
            JsonNode exported = text.startsWith("{") ? json(text) : null;
            if (exported != null) {
                controls.add(control(
                        row,
                        exported.path("reference").asText(),
                        exported.path("effectiveness").asText(),
                        exported.path("note").asText()));
            } else {
                controls.add(typed(row, text));
            }
        }
        return controls;
    }

    /** Reference, blank, effectiveness, and a note in brackets. */
    private static ExistingControl typed(RowReader row, String text) {
        int open = text.endsWith(")") ? text.indexOf('(') : -1;
        String note = open < 0 ? null : text.substring(open + 1, text.length() - 1);
        String head = (open < 0 ? text : text.substring(0, open)).strip();
        String[] words = BLANKS.split(head, 2);
        String reference = words[0].endsWith(":") ? words[0].substring(0, words[0].length() - 1) : words[0];
        return control(row, reference, words.length == 1 ? null : words[1], note);
    }

    private static ExistingControl control(
            RowReader row, String reference, @Nullable String effectiveness, @Nullable String note) {
        String said = note == null || note.isBlank() ? null : note.strip();
        if (effectiveness == null || effectiveness.isBlank()) {
            return new ExistingControl(reference, null, said);
        }
        String word =
                effectiveness.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        for (Effectiveness known : Effectiveness.values()) {
            if (known.word().equals(word)) {
                return new ExistingControl(reference, known, said);
            }
        }
        row.fault(FIELD, "\"" + effectiveness.strip() + "\" of " + reference + " is not one of " + WORDS + ".");
        return new ExistingControl(reference, null, said);
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException justABrace) {
            return null;
        }
    }
}
