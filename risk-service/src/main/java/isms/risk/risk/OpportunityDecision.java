package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of an opportunity (6.1.1). */
public enum OpportunityDecision {
    /** The organization goes for it; actions that this takes are a treatment plan's. */
    PURSUE("pursue"),
    /** The organization leaves it. */
    NOT_PURSUE("not-pursue");

    private final String word;

    OpportunityDecision(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
