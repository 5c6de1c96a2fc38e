package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a necessary control is implemented (6.1.3 d). */
public enum ImplementationStatus {
    /** Nothing is done yet. */
    NOT_STARTED("not-started"),
    /** It is decided by whom and until when. */
    PLANNED("planned"),
    /** It is being implemented. */
    IN_PROGRESS("in-progress"),
    /** It is there. */
    IMPLEMENTED("implemented"),
    /** It is there and shows in operation that it works. */
    OPERATING("operating");

    private final String word;

    ImplementationStatus(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
