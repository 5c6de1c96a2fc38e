package isms.control.controlregister;

import static java.util.Objects.requireNonNullElse;

import isms.control.control.ControlEntry;
import isms.control.control.Effectiveness;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds controls that may be one, and those that contradict each other (CTL-5). */
final class Duplicates {

    /** From 0 to 1; below it two names are different. */
    private static final double ALIKE = 0.93;

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private Duplicates() {}

    /** One pair of controls, and what is the matter with it. */
    @Schema(name = "ControlDuplicate")
    public record Pair(
            @Schema(description = "conflict: they contradict each other; possible-duplicate: they may be one")
            Grade grade,

            Side one,
            Side other,
            List<Reason> reasons,

            @Schema(description = "What both satisfy in the same scope")
            List<String> requirements,

            @Schema(description = "How alike their titles are, from 0 to 1")
            double likeness) {}

    /** How bad it is. */
    @Schema(name = "ControlDuplicateGrade")
    public enum Grade {
        CONFLICT,
        POSSIBLE_DUPLICATE
    }

    /** What is the matter. */
    @Schema(name = "ControlDuplicateReason")
    public enum Reason {
        SAME_REQUIREMENT,
        DIFFERENT_OWNERS,
        CONTRADICTING_STATUS,
        NEAR_EQUAL_NAMES
    }

    /** A control of a pair. */
    @Schema(name = "ControlDuplicateSide")
    public record Side(
            UUID id,
            String key,
            String title,
            @Nullable String scope,
            String owner,
            String status,
            Effectiveness effectiveness) {

        static Side of(ControlEntry control) {
            return new Side(
                    control.id,
                    control.key,
                    control.title,
                    control.scope,
                    control.owner,
                    control.status,
                    control.effectiveness);
        }
    }

    /** A control with its title and its scope as they are compared. */
    private record Compared(ControlEntry control, String title, String scope) {

        static Compared of(ControlEntry control) {
            return new Compared(control, plain(control.title), plain(requireNonNullElse(control.scope, "")));
        }
    }

    /** Among these; conflicts first, then in the order of their keys. */
    static List<Pair> among(List<ControlEntry> controls) {
        List<Compared> left =
                controls.stream().filter(ControlEntry::isLeft).map(Compared::of).toList();
        var found = new ArrayList<Pair>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = i + 1; j < left.size(); j++) {
                if (!left.get(i).scope().equals(left.get(j).scope())) {
                    continue;
                }
                Pair pair = pair(left.get(i), left.get(j));
                if (pair != null) {
                    found.add(pair);
                }
            }
        }
        found.sort(Comparator.comparing(Pair::grade));
        return List.copyOf(found);
    }

    /** Of two in the same scope; null when nothing is the matter. */
    private static @Nullable Pair pair(Compared one, Compared other) {
        var reasons = new ArrayList<Reason>();
        List<String> shared = one.control().requirements.stream()
                .filter(other.control().requirements::contains)
                .toList();
        double likeness = likeness(one.title(), other.title());
        boolean alike = likeness >= ALIKE;
        if (!shared.isEmpty()) {
            reasons.add(Reason.SAME_REQUIREMENT);
        }
        if (alike) {
            reasons.add(Reason.NEAR_EQUAL_NAMES);
        }
        if (reasons.isEmpty()) {
            return null;
        }
        if (!one.control().owner.equals(other.control().owner)) {
            reasons.add(Reason.DIFFERENT_OWNERS);
        }
        if (contradict(one.control(), other.control())) {
            reasons.add(Reason.CONTRADICTING_STATUS);
        }
        boolean conflict = !shared.isEmpty()
                && (reasons.contains(Reason.DIFFERENT_OWNERS) || reasons.contains(Reason.CONTRADICTING_STATUS));
        return new Pair(
                conflict ? Grade.CONFLICT : Grade.POSSIBLE_DUPLICATE,
                Side.of(one.control()),
                Side.of(other.control()),
                List.copyOf(reasons),
                shared,
                Math.round(likeness * 100) / 100.0);
    }

    private static boolean contradict(ControlEntry one, ControlEntry other) {
        return one.implementation.isInPlace() != other.implementation.isInPlace()
                || one.effectiveness.isTested()
                        && other.effectiveness.isTested()
                        && one.effectiveness != other.effectiveness;
    }

    private static double likeness(String one, String other) {
        return one.equals(other) ? 1 : LIKENESS.apply(one, other);
    }

    /** Words in order of the alphabet, without accents, case and punctuation. */
    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Stream.of(letters.split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }
}
