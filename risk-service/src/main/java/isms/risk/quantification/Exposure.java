package isms.risk.quantification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk as it is simulated.
 *
 * @param risk identity in the register, where it is recorded: then its years are the same in whatever selection it is simulated
 * @param key as the caller names it, such as RISK-42
 * @param before how it stands
 * @param after how it would stand with the treatment, if one is considered
 * @param yearlyCost of the treatment, above 0; 0 when it is not known or there is none
 */
record Exposure(
        @Nullable UUID risk,
        @Nullable String key,
        @Nullable String title,
        LossModel before,
        @Nullable LossModel after,
        double yearlyCost) {

    /** One that is not recorded. */
    Exposure(
            @Nullable String key,
            @Nullable String title,
            LossModel before,
            @Nullable LossModel after,
            double yearlyCost) {
        this(null, key, title, before, after, yearlyCost);
    }
}
