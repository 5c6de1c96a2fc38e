package isms.risk.heatmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which rating of a risk is looked at (RSK-7). */
public enum RatingKind {
    /** Before any control. */
    INHERENT,
    /** With the controls of today. */
    CURRENT,
    /** Expected after treatment. */
    RESIDUAL,
    /** What is aimed at. */
    TARGET;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
