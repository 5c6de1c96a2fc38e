package isms.control.mapping;

import isms.control.mapping.Mapping.Standing;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What two mappings say together about the requirements at their ends. */
final class Suggestion {

    /** Where a source states no strength. */
    private static final int UNSTATED = 5;

    static final Comparator<Mapping> STRONGEST_FIRST =
            Comparator.comparingInt((Mapping mapping) -> -strength(mapping)).thenComparing(Mapping::to);

    private Suggestion() {}

    /** @param second begins where the first ends */
    static Mapping of(Mapping first, Mapping second) {
        Relationship relationship = first.relationship().then(second.relationship());
        boolean implied = first.relationship().implies(second.relationship());
        int together = strength(first.strength()) * strength(second.strength());
        int strength = Math.max(1, implied ? together / 10 : together / 20);
        return new Mapping(
                first.from(),
                second.to(),
                relationship,
                strength,
                (implied ? "follows from " : "may follow from ")
                        + first.relationship().word() + " " + first.to() + " (" + first.source() + ") and "
                        + second.relationship().word() + " (" + second.source() + ")",
                "two-hops",
                Standing.SUGGESTED,
                first.to(),
                null,
                null);
    }

    static Mapping stronger(Mapping one, Mapping other) {
        return strength(other) > strength(one) ? other : one;
    }

    private static int strength(Mapping mapping) {
        return strength(mapping.strength());
    }

    private static int strength(@Nullable Integer stated) {
        return stated == null ? UNSTATED : stated;
    }
}
