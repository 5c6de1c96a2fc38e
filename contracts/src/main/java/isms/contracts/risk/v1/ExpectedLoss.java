package isms.contracts.risk.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a risk is expected to cost in a year.
 *
 * @param amount in units of the currency: mean frequency times mean loss of an event
 * @param band key of its band, where the methodology in use counts in this currency
 * @param bandRank rank of the band among the bands of the methodology version, 1 the lowest
 * @param aboveCriteria whether the risk acceptance criteria reject it
 */
public record ExpectedLoss(
        BigDecimal amount,
        @Nullable String band,
        @Nullable Integer bandRank,
        @Nullable Boolean aboveCriteria) {}
