package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonValue;

/** On which side an impact is felt (RSK-2). */
public enum ImpactKind {
    /** By the organization itself: money, reputation, operation, the safety of people. */
    BUSINESS("business"),
    /** Through law and supervision: fines, sanctions. */
    REGULATORY("regulatory");

    private final String word;

    ImpactKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
