package isms.risk.round;

import static java.util.Objects.requireNonNullElse;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which risks a round was opened over. Filters narrow each other; an empty one lets all through. The risks that they let through
 * are fixed when the round is opened.
 *
 * @param contexts identities of contexts
 * @param owners subject ids of risk owners
 * @param units organizational units
 * @param categories categories of risks
 * @param flagged only those flagged for reassessment
 * @param named whether the risks were named one by one, and not found by filters
 */
@Schema(name = "AssessmentRoundScope")
public record RoundScope(
        @Schema(description = "Identities of contexts; empty for all")
        List<UUID> contexts,

        @Schema(description = "Subject ids of risk owners; empty for all")
        List<String> owners,

        @Schema(description = "Organizational units; empty for all")
        List<String> units,

        @Schema(description = "Categories of risks; empty for all")
        List<String> categories,

        @Schema(description = "Only risks that are flagged for reassessment")
        boolean flagged,

        @Schema(description = "Whether the risks were named one by one")
        boolean named) {

    public RoundScope {
        contexts = sorted(contexts);
        owners = sorted(owners);
        units = sorted(units);
        categories = sorted(categories);
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return requireNonNullElse(values, List.<T>of()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    boolean filters() {
        return flagged || !(contexts.isEmpty() && owners.isEmpty() && units.isEmpty() && categories.isEmpty());
    }

    /**
     * What makes two rounds comparable: the same filters, or the same risks named.
     *
     * @param risks the risks that the round was opened with
     */
    String key(Collection<UUID> risks) {
        Object what = named ? sorted(risks) : List.of(contexts, owners, units, categories, flagged);
        return Digests.sha256(what.toString());
    }
}
