package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_PARENT_STANDS_IN_THE_SAME_VERSION;
import static isms.control.framework.FrameworkRule.A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN;
import static isms.control.framework.FrameworkRule.A_REQUIREMENT_HAS_A_TITLE;
import static isms.control.framework.FrameworkRule.A_VERSION_HAS_REQUIREMENTS;

import isms.control.framework.OwnFramework.Defined;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Have the requirements of a file in force as the next version. The same requirements again are no new version.
 *
 * @param origin where the file came from
 */
record ImportVersion(String origin, VersionContent content) implements OwnFrameworkCommand {

    private static final int MOST = 5000;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TITLE = 500;

    @Override
    public List<OwnFrameworkEvent> decide(OwnFramework state) {
        Defined framework = state.defined();
        List<OwnRequirement> requirements = content.requirements();
        if (requirements.isEmpty() || requirements.size() > MOST) {
            throw A_VERSION_HAS_REQUIREMENTS.violated(
                    List.of(new Violation("/requirements", "there are " + requirements.size())));
        }
        checkIdentifiers(requirements);
        checkTitles(requirements);
        checkParents(requirements);
        VersionContent ordered = content.inOutlineOrder();
        return ordered.equals(framework.content())
                ? List.of()
                : List.of(new FrameworkVersionImported(
                        framework.version() + 1, origin, ordered.groups(), ordered.requirements()));
    }

    private static void checkIdentifiers(List<OwnRequirement> requirements) {
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < requirements.size(); i++) {
            String id = requirements.get(i).id();
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                faults.add(new Violation(
                        "/requirements/" + i + "/id", "the identifier has 1 to " + LONGEST_ID + " characters"));
            } else if (!seen.add(id)) {
                faults.add(new Violation("/requirements/" + i + "/id", "another requirement is " + id + " already"));
            }
        }
        if (!faults.isEmpty()) {
            throw A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN.violated(faults);
        }
    }

    private static void checkTitles(List<OwnRequirement> requirements) {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            String title = requirements.get(i).title();
            if (title.isEmpty() || title.length() > LONGEST_TITLE) {
                faults.add(new Violation(
                        "/requirements/" + i + "/title", "the title has 1 to " + LONGEST_TITLE + " characters"));
            }
        }
        if (!faults.isEmpty()) {
            throw A_REQUIREMENT_HAS_A_TITLE.violated(faults);
        }
    }

    private static void checkParents(List<OwnRequirement> requirements) {
        Map<String, OwnRequirement> byId = new HashMap<>();
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            OwnRequirement requirement = requirements.get(i);
            String parent = requirement.parent();
            if (parent != null && !byId.containsKey(parent)) {
                faults.add(new Violation("/requirements/" + i + "/parent", "there is no requirement " + parent));
            } else if (standsBelowItself(requirement, byId)) {
                faults.add(new Violation(
                        "/requirements/" + i + "/parent", requirement.id() + " would stand below itself"));
            }
        }
        if (!faults.isEmpty()) {
            throw A_PARENT_STANDS_IN_THE_SAME_VERSION.violated(faults);
        }
    }

    private static boolean standsBelowItself(OwnRequirement requirement, Map<String, OwnRequirement> byId) {
        OwnRequirement above = requirement;
        for (int steps = 0; above != null && above.parent() != null; steps++) {
            if (steps > byId.size()) {
                // a circle further up: those in it are named themselves
                return false;
            }
            above = byId.get(above.parent());
            if (above == requirement) {
                return true;
            }
        }
        return false;
    }
}
