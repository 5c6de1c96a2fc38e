package isms.risk.risk;

import static isms.risk.risk.ReassessmentRule.A_CLEARED_FLAG_STAYS_CLEARED;
import static isms.risk.risk.ReassessmentRule.THE_RISK_HAS_NO_SUCH_FLAG;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flags of a risk as decisions see them.
 *
 * @param raised those that wait for an assessment or a dismissal, the first raised first
 * @param cleared sources of those that no longer do: they do not raise another
 */
public record ReassessmentFlags(List<ReassessmentFlag> raised, Set<UUID> cleared) {

    static final ReassessmentFlags NONE = new ReassessmentFlags(List.of(), Set.of());

    public ReassessmentFlags {
        raised = List.copyOf(raised);
        cleared = Set.copyOf(cleared);
    }

    boolean know(UUID source) {
        return cleared.contains(source)
                || raised.stream().anyMatch(flag -> flag.source().equals(source));
    }

    /** A flag that waits, refused when there is none such or when it is cleared. */
    ReassessmentFlag waiting(UUID source) {
        if (cleared.contains(source)) {
            throw A_CLEARED_FLAG_STAYS_CLEARED.violated();
        }
        return raised.stream()
                .filter(flag -> flag.source().equals(source))
                .findFirst()
                .orElseThrow(THE_RISK_HAS_NO_SUCH_FLAG::violated);
    }

    ReassessmentFlags with(ReassessmentFlag flag) {
        return new ReassessmentFlags(
                Stream.concat(raised.stream(), Stream.of(flag)).toList(), cleared);
    }

    ReassessmentFlags without(UUID source) {
        var sources = new HashSet<>(cleared);
        sources.add(source);
        return new ReassessmentFlags(
                raised.stream().filter(flag -> !flag.source().equals(source)).toList(), sources);
    }

    ReassessmentFlags assessed() {
        return raised.isEmpty()
                ? this
                : new ReassessmentFlags(
                        List.of(),
                        Stream.concat(cleared.stream(), raised.stream().map(ReassessmentFlag::source))
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
