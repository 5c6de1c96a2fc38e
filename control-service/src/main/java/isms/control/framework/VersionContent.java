package isms.control.framework;

import isms.control.framework.Framework.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an organization's own framework consists of.
 *
 * @param groups themes, domains or functions that requirements name as their group
 * @param requirements with the headings that they stand below
 */
public record VersionContent(List<Group> groups, List<OwnRequirement> requirements) {

    static final VersionContent NOTHING = new VersionContent(List.of(), List.of());

    public VersionContent {
        groups = List.copyOf(groups);
        requirements = List.copyOf(requirements);
    }

    /** Requirements alone: their groups are called as they are named. */
    public static VersionContent of(List<OwnRequirement> requirements) {
        return new VersionContent(List.of(), requirements);
    }

    /**
     * The same in the order of an outline: what stands below another follows it, groups stay together, and every group has its
     * title. So the same framework is the same content, in whichever order a file has it.
     */
    VersionContent inOutlineOrder() {
        Map<String, Group> titled = new LinkedHashMap<>();
        groups.forEach(group -> titled.putIfAbsent(group.id(), group));
        Map<String, OwnRequirement> byId = new LinkedHashMap<>();
        Map<@Nullable String, List<OwnRequirement>> below = new LinkedHashMap<>();
        for (OwnRequirement requirement : requirements) {
            byId.put(requirement.id(), requirement);
            below.computeIfAbsent(requirement.parent(), parent -> new ArrayList<>())
                    .add(requirement);
        }
        Map<@Nullable String, List<OwnRequirement>> roots = new LinkedHashMap<>();
        for (OwnRequirement root : below.getOrDefault(null, List.of())) {
            roots.computeIfAbsent(root.group(), group -> new ArrayList<>()).add(root);
        }
        List<OwnRequirement> ordered = new ArrayList<>();
        // what belongs to no group comes first: so every file format can keep the order
        List<OwnRequirement> alone = roots.remove(null);
        if (alone != null) {
            alone.forEach(root -> addWithThoseBelow(root, below, ordered));
        }
        roots.values().forEach(some -> some.forEach(root -> addWithThoseBelow(root, below, ordered)));
        Set<String> used = new LinkedHashSet<>();
        for (OwnRequirement requirement : ordered) {
            String group = requirement.group();
            if (group != null) {
                used.add(group);
            }
        }
        return new VersionContent(
                used.stream().map(group -> titled(group, titled, byId)).toList(), ordered);
    }

    private static Group titled(String id, Map<String, Group> titled, Map<String, OwnRequirement> byId) {
        Group known = titled.get(id);
        if (known != null) {
            return known;
        }
        OwnRequirement heading = byId.get(id);
        return new Group(id, heading == null ? id : heading.title());
    }

    private static void addWithThoseBelow(
            OwnRequirement requirement,
            Map<@Nullable String, List<OwnRequirement>> below,
            List<OwnRequirement> ordered) {
        ordered.add(requirement);
        below.getOrDefault(requirement.id(), List.of()).forEach(one -> addWithThoseBelow(one, below, ordered));
    }
}
