package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of fact asks for a risk to be assessed again. */
public enum FlagCause {
    CONTROL_FOUND_INEFFECTIVE("control-found-ineffective"),
    CONTROL_IN_DOUBT("control-in-doubt"),
    NONCONFORMITY_RAISED("nonconformity-raised"),
    CONTEXT_CHANGED("context-changed");

    private final String word;

    FlagCause(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
