package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far an existing control does what it is there for, as the assessor judges. */
public enum Effectiveness {
    EFFECTIVE("effective"),
    PARTLY_EFFECTIVE("partly-effective"),
    INEFFECTIVE("ineffective"),
    NOT_VERIFIED("not-verified");

    private final String word;

    Effectiveness(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
