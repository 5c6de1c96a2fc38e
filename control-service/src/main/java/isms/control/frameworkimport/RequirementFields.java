package isms.control.frameworkimport;

import static isms.platform.imports.Field.optional;
import static isms.platform.imports.Field.required;

import isms.platform.imports.Field;
import isms.platform.imports.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of a file of requirements. A list of requirements that was exported can be imported as it is. */
final class RequirementFields {

    /** Before the name of an attribute, as exports write it: {@code attributes.controlType}. */
    static final String ATTRIBUTE = "attributes.";

    private static final Set<String> SHOWN = Set.of("framework", "reference");

    private RequirementFields() {}

    /** @param columns of a file; empty for the template */
    static Fields of(List<String> columns) {
        List<Field> fields = new ArrayList<>(List.of(
                required(
                        "id",
                        "Identifier that the publisher gave it; unique in the file",
                        "B1.1",
                        "identifier",
                        "number"),
                required("title", "Short title, at most 500 characters", "Leavers lose access", "name"),
                optional(
                        "group",
                        "Theme, domain or function that it belongs to",
                        "Access",
                        "theme",
                        "domain",
                        "function"),
                optional("parent", "Identifier of what it stands below, in the same file", "", "below"),
                optional("level", "What the publisher calls its level; requirement, when empty", "rule"),
                optional("heading", "yes: it only heads those below it, so that no control need satisfy it", "no"),
                optional("explanation", "What it asks for", "On their last day, all of it", "description"),
                optional(
                        "attributes",
                        "Values by attribute, separated by semicolons; attributes.<name> is a column of its own",
                        "tier:1; owner:human-resources")));
        for (String column : columns) {
            if (column.toLowerCase(Locale.ROOT).startsWith(ATTRIBUTE) && column.length() > ATTRIBUTE.length()) {
                fields.add(optional(column.strip(), "Values of an attribute, separated by semicolons", ""));
            }
        }
        return new Fields(fields, column -> SHOWN.contains(column.strip().toLowerCase(Locale.ROOT)));
    }
}
