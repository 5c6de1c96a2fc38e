package isms.control.mapping;

import com.fasterxml.jackson.annotation.JsonValue;

/** How what a requirement asks for lies to what another asks for, as sets (NIST IR 8477). */
public enum Relationship {
    /** Both ask for the same. */
    EQUAL("equal"),
    /** The first asks for part of what the second asks for. */
    SUBSET_OF("subset-of"),
    /** The first asks for all of what the second asks for, and more. */
    SUPERSET_OF("superset-of"),
    /** Each asks for something that the other asks for, too, and for something else. */
    INTERSECTS_WITH("intersects-with");

    private final String word;

    Relationship(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    static Relationship of(String word) {
        for (Relationship one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no relationship " + word);
    }

    /** The same, seen from the second. */
    public Relationship inverse() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case SUBSET_OF -> SUPERSET_OF;
            case SUPERSET_OF -> SUBSET_OF;
            case INTERSECTS_WITH -> INTERSECTS_WITH;
        };
    }

    /** How the first lies to a third, if the second lies so to it; at least that both meet the second. */
    Relationship then(Relationship next) {
        return switch (this) {
            case EQUAL -> next;
            case SUBSET_OF -> next == EQUAL || next == SUBSET_OF ? SUBSET_OF : INTERSECTS_WITH;
            case SUPERSET_OF -> next == EQUAL || next == SUPERSET_OF ? SUPERSET_OF : INTERSECTS_WITH;
            case INTERSECTS_WITH -> INTERSECTS_WITH;
        };
    }

    /** Whether {@link #then} must hold, or only may: two parts of one thing need not meet. */
    boolean implies(Relationship next) {
        return switch (this) {
            case EQUAL -> true;
            case SUBSET_OF -> next == EQUAL || next == SUBSET_OF;
            case SUPERSET_OF -> true;
            case INTERSECTS_WITH -> next == EQUAL || next == SUBSET_OF;
        };
    }
}
