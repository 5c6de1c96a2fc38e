package isms.risk.heatmap;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which rating of a risk is looked at (RSK-7). */
@Schema(enumeration = {"inherent", "current", "residual", "target"})
public enum RatingKind {
    /** Before any control. */
    INHERENT,
    /** With the controls of today. */
    CURRENT,
    /** Expected after treatment. */
    RESIDUAL,
    /** What is aimed at. */
    TARGET;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
