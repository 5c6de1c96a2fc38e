package isms.contracts.risk.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rated risk. Codes mean something only within the methodology version that made them; what can be compared across
 * versions and methodologies is the band.
 *
 * @param likelihood code of the likelihood
 * @param impact code of the combined impact
 * @param score the level of risk as a number, where the methodology computes one
 * @param band code of the band of the level of risk
 * @param bandRank rank of the band within the methodology version, 1 the lowest
 * @param acceptable whether the risk acceptance criteria accept this level
 */
public record Rating(
        String likelihood, String impact, @Nullable BigDecimal score, String band, int bandRank, boolean acceptable) {}
