package isms.risk.quantification;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a risk is expected to cost in a year, and what that amounts to where a quantitative methodology is in use (RSK-1).
 *
 * @param amount expected annual loss in units of the portfolio's currency: mean frequency times mean loss
 * @param band key of the band into which it falls; absent where no quantitative methodology in this currency is in use
 * @param bandRank rank of the band, 1 the lowest
 * @param aboveCriteria whether the acceptance criteria reject it
 */
public record ExpectedLoss(
        BigDecimal amount,
        @Nullable String band,
        @Nullable Integer bandRank,
        @Nullable Boolean aboveCriteria) {

    public ExpectedLoss {
        amount = plain(amount);
    }

    /** 2000 rather than 2000.00, so that an amount is written in one way only. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
