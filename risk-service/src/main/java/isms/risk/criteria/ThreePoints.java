package isms.risk.criteria;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A three-point estimate. */
record ThreePoints(
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal mostLikely,
        @Nullable BigDecimal maximum) {

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    /** Whether all three are there, none is negative, and they ascend. */
    boolean isSound() {
        return minimum != null
                && mostLikely != null
                && maximum != null
                && minimum.signum() >= 0
                && minimum.compareTo(mostLikely) <= 0
                && mostLikely.compareTo(maximum) <= 0;
    }

    /** The mean of the PERT distribution, (minimum + 4 x most likely + maximum) / 6. */
    BigDecimal expected() {
        return requireNonNull(minimum)
                .add(requireNonNull(mostLikely).multiply(FOUR))
                .add(requireNonNull(maximum))
                .divide(SIX, MathContext.DECIMAL64);
    }
}
