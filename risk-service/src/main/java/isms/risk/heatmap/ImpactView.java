package isms.risk.heatmap;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which impact dimensions count (RSK-2). */
@Schema(enumeration = {"overall", "business", "regulatory"})
public enum ImpactView {
    /** All dimensions, as the methodology combines them. */
    OVERALL,
    /** The business dimensions alone. */
    BUSINESS,
    /** The regulatory dimensions alone. */
    REGULATORY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
