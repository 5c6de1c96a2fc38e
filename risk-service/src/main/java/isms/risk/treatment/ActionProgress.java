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
 */
record ActionProgress(Set<Integer> done, Set<Integer> overdue, Map<Integer, Set<Subject>> formerOwners) {

    static final ActionProgress NONE = new ActionProgress(Set.of(), Set.of(), Map.of());

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
        return new ActionProgress(with(done, action), without(overdue, action), formerOwners);
    }

    ActionProgress overdue(int action) {
        return new ActionProgress(done, with(overdue, action), formerOwners);
    }

    /** Another day may pass. */
    ActionProgress moved(int action) {
        return new ActionProgress(done, without(overdue, action), formerOwners);
    }

    ActionProgress reassigned(int action, Subject former) {
        var owners = new HashMap<>(formerOwners);
        owners.merge(action, Set.of(former), (before, more) -> with(before, former));
        return new ActionProgress(done, overdue, Map.copyOf(owners));
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
