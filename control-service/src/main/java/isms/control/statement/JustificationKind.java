package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a control is included (6.1.3 d). */
public enum JustificationKind {
    /** It treats risks. */
    RISK("risk"),
    /** A law or regulation demands it. */
    LEGAL("legal"),
    /** A contract demands it. */
    CONTRACTUAL("contractual"),
    /** The business demands it. */
    BUSINESS("business"),
    /** It is good practice. */
    BEST_PRACTICE("best-practice");

    private final String word;

    JustificationKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
