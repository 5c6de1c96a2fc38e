package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which way the effect of uncertainty on objectives goes (6.1.1: risks and opportunities). */
public enum RiskKind {
    /** Adverse. */
    THREAT("threat"),
    /** Favourable; rated by what is gained, and never above acceptance criteria. */
    OPPORTUNITY("opportunity");

    private final String word;

    RiskKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
