package isms.contracts.risk.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rated risk. Values mean something only within the methodology version that made them; what can be compared across
 * versions and methodologies is the band.
 *
 * @param likelihood value on the likelihood scale
 * @param impact value of all impact dimensions together
 * @param businessImpact value of the business dimensions together, where the methodology has some
 * @param regulatoryImpact value of the regulatory dimensions together, where the methodology has some
 * @param score the level of risk; with a matrix the rank of the band, in a quantitative methodology a loss per year
 * @param band key of the band of the level of risk
 * @param bandRank rank of the band within the methodology version, 1 the lowest
 * @param aboveCriteria whether the risk acceptance criteria reject this level
 */
public record Rating(
        int likelihood,
        int impact,
        @Nullable Integer businessImpact,
        @Nullable Integer regulatoryImpact,
        BigDecimal score,
        String band,
        int bandRank,
        boolean aboveCriteria) {}
