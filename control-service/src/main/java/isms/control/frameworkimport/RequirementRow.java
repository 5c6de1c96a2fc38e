package isms.control.frameworkimport;

import isms.control.framework.OwnRequirement;
import isms.platform.imports.RowReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a row of a file of requirements says. */
final class RequirementRow {

    private static final Map<String, Boolean> ANSWERS = answers();

    final OwnRequirement requirement;
    final boolean identified;
    private boolean understood = true;

    /** @param attributes the fields that hold values of one attribute */
    RequirementRow(RowReader row, List<String> attributes) {
        String id = row.text("id");
        identified = !id.isEmpty();
        if (!identified) {
            row.fault("id", "The identifier is missing.");
        }
        Boolean heading = row.choice("heading", ANSWERS);
        understood = heading != null || row.text("heading").isEmpty();
        requirement = new OwnRequirement(
                id,
                row.text("title"),
                row.optional("group"),
                row.optional("parent"),
                row.text("level"),
                heading != null && heading,
                row.optional("explanation"),
                attributes(row, attributes));
    }

    /** Whether it can be part of a version as far as the row itself says. */
    boolean isSound() {
        return identified && understood;
    }

    private Map<String, List<String>> attributes(RowReader row, List<String> columns) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String column : columns) {
            List<String> values = row.several(column);
            if (!values.isEmpty()) {
                attributes.put(column.substring(RequirementFields.ATTRIBUTE.length()), values);
            }
        }
        for (String pair : row.several("attributes")) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                understood = false;
                row.fault("attributes", "\"" + pair + "\" is not of the form name:value.");
            } else {
                attributes
                        .computeIfAbsent(pair.substring(0, colon).strip(), name -> new ArrayList<>())
                        .add(pair.substring(colon + 1).strip());
            }
        }
        return attributes;
    }

    private static Map<String, Boolean> answers() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        answers.put("yes", true);
        answers.put("no", false);
        answers.put("true", true);
        answers.put("false", false);
        return answers;
    }
}
