package isms.control.mapping;

import static isms.control.mapping.MappingRule.A_MAPPING_CONNECTS_TWO_FRAMEWORKS;
import static isms.control.mapping.MappingRule.A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST;
import static isms.control.mapping.MappingRule.A_MAPPING_SAYS_WHY;
import static isms.control.mapping.MappingRule.STRENGTH_GOES_FROM_ONE_TO_TEN;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Two requirements by their references, and whether frameworks have them.
 *
 * @param fromExists whether a framework has the first, as it was looked up
 * @param toExists whether a framework has the second, as it was looked up
 */
record Pair(String from, String to, boolean fromExists, boolean toExists) {

    private static final int LONGEST_RATIONALE = 1000;

    void check() {
        List<Violation> missing = new ArrayList<>();
        if (!fromExists) {
            missing.add(new Violation("/from", "there is no requirement " + from));
        }
        if (!toExists) {
            missing.add(new Violation("/to", "there is no requirement " + to));
        }
        if (!missing.isEmpty()) {
            throw A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST.violated(missing);
        }
        if (Mapping.framework(from).equals(Mapping.framework(to))) {
            throw A_MAPPING_CONNECTS_TWO_FRAMEWORKS.violated(
                    List.of(new Violation("/to", "both are of " + Mapping.framework(from))));
        }
    }

    static MappingContent checked(MappingContent content) {
        if (content.rationale().isEmpty() || content.rationale().length() > LONGEST_RATIONALE) {
            throw A_MAPPING_SAYS_WHY.violated(List.of(
                    new Violation("/rationale", "the rationale has 1 to " + LONGEST_RATIONALE + " characters")));
        }
        Integer strength = content.strength();
        if (strength != null && (strength < 1 || strength > 10)) {
            throw STRENGTH_GOES_FROM_ONE_TO_TEN.violated(
                    List.of(new Violation("/strength", strength + " is not from 1 to 10")));
        }
        return content;
    }
}
