package isms.platform.people;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** The subjects who wrote something that others approve, always in the same order, so that the same fact is always written in the same way. */
public final class Authors {

    private static final Comparator<Subject> BY_ID = Comparator.comparing(Subject::id);

    private Authors() {}

    public static Set<Subject> inOrder(Set<Subject> authors) {
        Set<Subject> sorted = new TreeSet<>(BY_ID);
        sorted.addAll(authors);
        return Collections.unmodifiableSet(sorted);
    }

    public static Set<Subject> with(Set<Subject> authors, Subject another) {
        Set<Subject> sorted = new TreeSet<>(BY_ID);
        sorted.addAll(authors);
        sorted.add(another);
        return Collections.unmodifiableSet(sorted);
    }
}
