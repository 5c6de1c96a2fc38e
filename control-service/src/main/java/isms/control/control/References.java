package isms.control.control;

import static isms.control.control.ControlRule.A_REQUIREMENT_IS_OF_A_KNOWN_FRAMEWORK;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** References to requirements, as {@code framework:id}. */
final class References {

    private References() {}

    /**
     * Each once and in order, refused when one is of no framework that is known.
     *
     * @param known tells whether there is such a requirement
     */
    static List<String> known(List<String> references, Predicate<String> known) {
        var faults = new ArrayList<Violation>();
        for (int i = 0; i < references.size(); i++) {
            if (!known.test(references.get(i).strip())) {
                faults.add(
                        new Violation("/requirements/" + i, "there is no requirement \"" + references.get(i) + "\""));
            }
        }
        if (!faults.isEmpty()) {
            throw A_REQUIREMENT_IS_OF_A_KNOWN_FRAMEWORK.violated(faults);
        }
        return references.stream().map(String::strip).distinct().sorted().toList();
    }
}
