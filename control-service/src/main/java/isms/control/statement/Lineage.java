package isms.control.statement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement by the 2013 edition that a line comes from (CTL-3).
 *
 * @param control the control of Annex A of 2013
 * @param applicable what was decided then
 * @param justification why, in the words of then
 * @param status how far it was implemented then; null where nobody said
 */
@Schema(name = "StatementLineLineage", description = "A line of the 2013 edition that this line comes from")
public record Lineage(
        @Schema(examples = "A.9.2.1") String control,
        boolean applicable,
        String justification,
        @Nullable ImplementationStatus status) {}
