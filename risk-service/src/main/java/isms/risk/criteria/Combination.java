package isms.risk.criteria;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the impacts of several dimensions become one (RSK-2). */
public enum Combination {
    /** The worst dimension counts. */
    MAXIMUM("maximum"),
    /** The mean weighted by the dimensions' weights. Needs scores: ordinal values have no mean. */
    WEIGHTED("weighted"),
    /** The sum of the dimensions' losses in money. */
    TOTAL("total");

    private final String word;

    Combination(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
