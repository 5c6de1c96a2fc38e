package isms.risk.criteria;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is missing or contradictory, so that one refusal names all of it. */
final class Gaps {

    private final List<Violation> found = new ArrayList<>();

    void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    void unless(boolean fine, String pointer, String detail) {
        if (!fine) {
            add(pointer, detail);
        }
    }

    void missing(@Nullable String text, String pointer, String what) {
        unless(text != null && !text.isBlank(), pointer, what + " is missing");
    }

    List<Violation> found() {
        return List.copyOf(found);
    }
}
