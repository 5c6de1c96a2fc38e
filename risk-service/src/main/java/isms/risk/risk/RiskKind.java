package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.platform.decider.Violation;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.Rating;
import java.util.List;

/** Which way the effect of uncertainty on objectives goes (6.1.1: risks and opportunities). */
public enum RiskKind {
    /** Adverse. */
    THREAT("threat"),
    /** Favourable; rated by what is gained, not measured by the acceptance criteria, and pursued or not. */
    OPPORTUNITY("opportunity");

    private final String word;

    RiskKind(String word) {
        this.word = word;
    }

    /** What is wrong with a rating of this kind of risk; a gain is rated only where there is one. */
    public List<Violation> faults(Rating rating, String at, Criteria criteria) {
        return switch (this) {
            case THREAT -> criteria.faults(rating, at);
            case OPPORTUNITY -> criteria.faultsOfGain(rating, at);
        };
    }

    @JsonValue
    public String word() {
        return word;
    }
}
