package isms.control.statement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The scope of the ISMS that a statement is for (4.3).
 *
 * @param id its identity: one statement per scope
 * @param name as people call it
 * @param contexts identities of the risk contexts whose treatment plans it covers; empty for all
 */
@Schema(name = "StatementScope")
public record Scope(
        UUID id,

        @Schema(examples = "Development and operation of the customer portal")
        String name,

        @Schema(description = "Identities of the risk contexts whose treatment plans it covers; none for all")
        List<UUID> contexts) {

    public Scope {
        name = name.strip();
        contexts = contexts == null ? List.of() : List.copyOf(new TreeSet<>(Set.copyOf(contexts)));
    }
}
