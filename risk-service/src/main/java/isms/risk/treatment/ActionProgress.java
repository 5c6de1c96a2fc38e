package isms.risk.treatment;

import isms.platform.people.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What has become of the actions of an approved plan, as far as decisions ask.
 *
 * @param done ids of the actions that are shown done
 * @param overdue ids of those of which it is noted that their present day has passed
 * @param formerOwners who owned an action before its present owner, by its id
 * @param percents how far an action was last said to be, by its id
 * @param implemented references of the plan's controls that are in place
 */
record ActionProgress(
        Set<Integer> done,
        Set<Integer> overdue,
        Map<Integer, Set<Subject>> formerOwners,
        Map<Integer, Integer> percents,
        Set<String> implemented) {

    static final ActionProgress NONE = new ActionProgress(Set.of(), Set.of(), Map.of(), Map.of(), Set.of());

    /** What was last reported of the action, 0 to 100. */
    int percent(int action) {
        return percents.getOrDefault(action, 0);
    }

    ActionProgress reported(int action, int percent) {
        var reported = new HashMap<>(percents);
        reported.put(action, percent);
        return new ActionProgress(done, overdue, formerOwners, Map.copyOf(reported), implemented);
    }

    /** A control that the plan needs is in place. */
    ActionProgress implemented(String reference) {
        return new ActionProgress(done, overdue, formerOwners, percents, with(implemented, reference));
    }

    /** Whether it is to be done still, and not noted that its day has passed. */
    boolean isUnnoted(TreatmentAction action) {
        Integer id = Objects.requireNonNull(action.id());
        return !done.contains(id) && !overdue.contains(id);
    }

    /** Whether the subject owned the action once. */
    boolean wasOwnedBy(int action, Subject subject) {
        return formerOwners.getOrDefault(action, Set.of()).contains(subject);
    }

    ActionProgress shownDone(int action) {
        return new ActionProgress(with(done, action), without(overdue, action), formerOwners, percents, implemented);
    }

    ActionProgress overdue(int action) {
        return new ActionProgress(done, with(overdue, action), formerOwners, percents, implemented);
    }

    /** Another day may pass. */
    ActionProgress moved(int action) {
        return new ActionProgress(done, without(overdue, action), formerOwners, percents, implemented);
    }

    ActionProgress reassigned(int action, Subject former) {
        var owners = new HashMap<>(formerOwners);
        owners.merge(action, Set.of(former), (before, more) -> with(before, former));
        return new ActionProgress(done, overdue, Map.copyOf(owners), percents, implemented);
    }

    private static <T> Set<T> with(Set<T> set, T element) {
        var more = new HashSet<>(set);
        more.add(element);
        return Set.copyOf(more);
    }

    private static <T> Set<T> without(Set<T> set, T element) {
        var fewer = new HashSet<>(set);
        fewer.remove(element);
        return Set.copyOf(fewer);
    }
}
