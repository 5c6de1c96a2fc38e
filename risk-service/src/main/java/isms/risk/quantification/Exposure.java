package isms.risk.quantification;

import org.jspecify.annotations.Nullable;

/**
 * A risk as it is simulated.
 *
 * @param key as the caller names it, such as RISK-42
 * @param before how it stands
 * @param after how it would stand with the treatment, if one is considered
 * @param yearlyCost of the treatment, above 0; 0 when it is not known or there is none
 */
record Exposure(
        @Nullable String key,
        @Nullable String title,
        LossModel before,
        @Nullable LossModel after,
        double yearlyCost) {}
