package isms.risk.quantification;

import isms.platform.decider.Rule;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong within a part of the body; parts of one body share one list, so that one refusal names all of it. */
final class Faults {

    private final String pointer;
    private final List<Violation> found;

    private Faults(String pointer, List<Violation> found) {
        this.pointer = pointer;
        this.found = found;
    }

    static Faults ofBody() {
        return new Faults("", new ArrayList<>());
    }

    /** Of the parameters of a query. */
    static Faults ofQuery() {
        return new Faults("/query", new ArrayList<>());
    }

    /** Those within a part. */
    Faults in(String part) {
        return new Faults(pointer + "/" + part, found);
    }

    /** Adds one; {@code part} is empty for this part as a whole. */
    void add(String part, String detail) {
        found.add(new Violation(part.isEmpty() ? pointer : pointer + "/" + part, detail));
    }

    /** Refuses by the rule when there is any. */
    void refuseBy(Rule rule) {
        if (!found.isEmpty()) {
            throw rule.violated(found);
        }
    }
}
