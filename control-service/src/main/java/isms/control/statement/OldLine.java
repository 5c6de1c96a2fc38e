package isms.control.statement;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement by the 2013 edition (CTL-3).
 *
 * @param control the control of Annex A of 2013
 * @param applicable whether it applied
 * @param justification why, in words
 * @param kind what kind of justification that is; best practice where nobody says
 * @param risks ids or keys of the risks treated; for the kind risk
 * @param status how far it is implemented; null where nobody says
 */
@Schema(name = "StatementLineOf2013")
public record OldLine(
        @Schema(examples = "A.9.2.1") String control,
        boolean applicable,

        @Schema(examples = "Accounts of leavers were found to work still")
        String justification,

        @Schema(description = "Kind of justification of an applicable control; best-practice when left out") @Nullable
        JustificationKind kind,

        @Schema(description = "Ids or keys of the risks treated; for the kind risk")
        List<String> risks,

        @Schema(description = "How far it is implemented; not-started when left out") @Nullable
        ImplementationStatus status) {

    public OldLine {
        String text = Objects.requireNonNullElse(control, "").strip().toUpperCase(Locale.ROOT);
        control = text.isEmpty() || text.startsWith("A.") ? text : "A." + text;
        justification = Objects.requireNonNullElse(justification, "").strip();
        risks = List.copyOf(Objects.requireNonNullElse(risks, List.of()));
    }

    Lineage asLineage() {
        return new Lineage(control, applicable, justification, status);
    }
}
