package isms.platform.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** The fields of a register whose exports show entries of this class. */
    public static Fields of(List<Field> taken, Class<?> entry) {
        Set<String> shown = new HashSet<>();
        for (Class<?> type = entry; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields()).forEach(field -> shown.add(field.getName()));
        }
        return new Fields(taken, column -> {
            int dot = column.indexOf('.');
            return shown.contains(dot < 0 ? column : column.substring(0, dot));
        });
    }
}
