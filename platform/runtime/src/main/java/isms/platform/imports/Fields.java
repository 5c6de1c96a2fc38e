package isms.platform.imports;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a register can take in.
 *
 * @param taken the fields, in the order of the template
 * @param known columns that are understood and left out, because they follow from others or are kept by the system: what an
 *     export shows beside what can be imported
 */
public record Fields(List<Field> taken, Predicate<String> known) {

    public Fields {
        taken = List.copyOf(taken);
    }
}
