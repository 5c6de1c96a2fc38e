package isms.control.controlimport;

import static isms.platform.imports.Field.optional;
import static isms.platform.imports.Field.required;

import isms.control.control.ControlEntry;
import isms.platform.imports.Field;
import isms.platform.imports.Fields;
import isms.platform.imports.KnownBy;
import java.util.ArrayList;
import java.util.List;

/** The columns of a register of controls. A register that was exported can be imported as it is. */
final class ControlFields {

    private ControlFields() {}

    /** @param caller subject id, for the example */
    static Fields of(String caller) {
        List<Field> fields = new ArrayList<>(KnownBy.fields("control", "C-0001", "CTRL-42"));
        fields.addAll(List.of(
                required("title", "The control in one line", "Daily backup to another site", "name"),
                optional(
                        "description",
                        "What is done, in the organization's own words",
                        "Every server is copied to another site each night"),
                optional("scope", "The part of the organization that it is for; empty for all of it", "Head office"),
                required("owner", "Subject id of who answers for it", caller, "control owner"),
                optional(
                        "requirements",
                        "What it satisfies, as framework:id; by semicolon or comma",
                        "iso-27001-2022:A.8.13; nist-csf-2.0:PR.DS-11"),
                optional("estimatedDays", "How many working days implementing it is estimated to take", "20"),
                optional("due", "The day by which it is to be implemented", ""),
                optional(
                        "status",
                        "planned, in-progress, implemented, operating or retired; planned when empty",
                        "operating",
                        "implementation status"),
                optional("startedOn", "The day on which implementing it began; with the next step, when empty", ""),
                optional(
                        "implementedOn",
                        "The day on which it was in place; with the next step, when empty",
                        "2026-01-20"),
                optional("operatingOn", "The day since when it is part of daily work", "2026-02-01"),
                optional("retiredBecause", "Why it was given up", ""),
                optional("test.method", "How it is tested: what is looked at", "Restore a server chosen by lot"),
                optional("test.period", "How long a result stands (ISO 8601)", "P90D"),
                optional("test.criterion", "By what one sees that it is effective", "It runs again within four hours"),
                optional(
                        "definedAt",
                        "Since when the organization has it, a day or a moment that has passed. Then every step but retiring is stated for its"
                                + " day; recorded as of now, when empty",
                        "")));
        return Fields.of(fields, ControlEntry.class);
    }
}
