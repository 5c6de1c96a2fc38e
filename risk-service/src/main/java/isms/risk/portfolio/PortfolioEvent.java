package isms.risk.portfolio;

import isms.platform.decider.Fact;
import org.jspecify.annotations.Nullable;

/** What happens to the portfolio of quantified risks. */
public sealed interface PortfolioEvent {

    /**
     * Losses are estimated in this currency from now on. What was estimated in the former one stays as it is, and is not added
     * to anything until it is estimated anew.
     *
     * @param currency ISO 4217 code
     * @param former the currency until now; null for the first choice
     */
    @Fact(
            type = "risk-portfolio-currency-chosen",
            clauses = {"6.1.2 a", "6.1.2 b"})
    record CurrencyChosen(String currency, @Nullable String former, String reason) implements PortfolioEvent {}
}
