package isms.risk.quantification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure an expert is of the most likely value of a three-point estimate. */
@Schema(
        name = "EstimateConfidence",
        enumeration = {"low", "medium", "high"})
enum Confidence {
    /** The ends are nearly as credible. */
    LOW(2),
    /** The usual case: the classic PERT. */
    MEDIUM(4),
    /** The ends are hardly ever reached. */
    HIGH(10);

    private final double weight;

    Confidence(double weight) {
        this.weight = weight;
    }

    /** Weight of the most likely value against each end, for {@link Pert}. */
    double weight() {
        return weight;
    }
}
