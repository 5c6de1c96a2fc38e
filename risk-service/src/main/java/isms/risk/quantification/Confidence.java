package isms.risk.quantification;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure an expert is of the most likely value of a three-point estimate. */
@Schema(
        name = "EstimateConfidence",
        enumeration = {"low", "medium", "high"})
public enum Confidence {
    /** The ends are nearly as credible. */
    LOW("low", 2),
    /** The usual case: the classic PERT. */
    MEDIUM("medium", 4),
    /** The ends are hardly ever reached. */
    HIGH("high", 10);

    private final String word;
    private final double weight;

    Confidence(String word, double weight) {
        this.word = word;
        this.weight = weight;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** Weight of the most likely value against each end, for {@link Pert}. */
    double weight() {
        return weight;
    }
}
