package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a methodology expresses a level of risk (RSK-1; the three families of ISO/IEC 27005). */
public enum MethodKind {
    /** Ordinal scales and a matrix: order has a meaning, distance has none. */
    QUALITATIVE("qualitative"),
    /** Scored scales, weights and a formula. */
    SEMI_QUANTITATIVE("semi-quantitative"),
    /** Frequencies per year and losses in money. */
    QUANTITATIVE("quantitative");

    private final String word;

    MethodKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
