package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may accept a risk. */
public enum Authority {
    RISK_OWNER("risk-owner"),
    TOP_MANAGEMENT("top-management");

    private final String word;

    Authority(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
