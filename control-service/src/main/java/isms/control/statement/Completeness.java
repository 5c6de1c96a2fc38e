package isms.control.statement;

import static isms.control.statement.StatementRule.A_VERSION_IS_COMPLETE_WHEN_SUBMITTED;
import static isms.control.statement.StatementRule.NOTHING_NEEDED_IS_EXCLUDED;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;

/** What a version still lacks (CTL-11). */
final class Completeness {

    private Completeness() {}

    /** Refuses a version that lacks a decision or a justification, or that excludes what is needed: each line by its control. */
    static void require(Lines lines) {
        List<Violation> missing = new ArrayList<>();
        List<Violation> conflicts = new ArrayList<>();
        for (Line line : lines.all()) {
            String gap = line.gap();
            if (gap != null) {
                (line.isInConflict() ? conflicts : missing).add(new Violation(pointer(line), gap));
            }
        }
        if (!missing.isEmpty()) {
            missing.addAll(conflicts);
            throw A_VERSION_IS_COMPLETE_WHEN_SUBMITTED.violated(missing);
        }
        if (!conflicts.isEmpty()) {
            throw NOTHING_NEEDED_IS_EXCLUDED.violated(conflicts);
        }
    }

    private static String pointer(Line line) {
        return "/lines/"
                + Reference.shortly(line.reference()).replace("~", "~0").replace("/", "~1");
    }
}
