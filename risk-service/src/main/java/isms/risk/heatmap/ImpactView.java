package isms.risk.heatmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which impact dimensions count (RSK-2). */
public enum ImpactView {
    /** All dimensions, as the methodology combines them. */
    OVERALL,
    /** The business dimensions alone. */
    BUSINESS,
    /** The regulatory dimensions alone. */
    REGULATORY;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
