package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonValue;

/** What makes a control necessary whatever anybody decides (CTL-10). */
public enum NeedKind {
    /** A risk treatment plan names it. */
    PLAN("plan"),
    /** A legal requirement demands it. */
    LEGAL("legal");

    private final String word;

    NeedKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
