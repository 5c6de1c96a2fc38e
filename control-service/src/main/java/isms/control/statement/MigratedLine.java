package isms.control.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as a statement by the 2013 edition gives it (CTL-3).
 *
 * @param reference the control of Annex A of 2022
 * @param decision what the old lines say together; null where a person has to decide
 * @param lineage the old lines
 */
public record MigratedLine(String reference, @Nullable LineDecision decision, List<Lineage> lineage) {

    public MigratedLine {
        lineage = List.copyOf(lineage);
    }
}
