package isms.risk.portfolio;

import static isms.risk.portfolio.PortfolioRule.A_CHOICE_OF_CURRENCY_SAYS_WHY;
import static isms.risk.portfolio.PortfolioRule.A_PORTFOLIO_COUNTS_IN_A_REAL_CURRENCY;

import isms.platform.decider.Command;
import isms.platform.decider.Violation;
import isms.risk.portfolio.PortfolioEvent.CurrencyChosen;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimate losses in a currency from now on. */
record ChooseCurrency(String currency, String reason) implements Command<Portfolio, PortfolioEvent> {

    @Override
    public List<PortfolioEvent> decide(Portfolio state) {
        if (Currency.availableCurrencies()
                .noneMatch(
                        known -> known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0)) {
            throw A_PORTFOLIO_COUNTS_IN_A_REAL_CURRENCY.violated(
                    List.of(new Violation("/currency", "\"" + currency + "\" is no currency; name it as EUR or USD")));
        }
        if (reason.isBlank()) {
            throw A_CHOICE_OF_CURRENCY_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        @Nullable String former = state instanceof Portfolio.Open(var present) ? present : null;
        return currency.equals(former) ? List.of() : List.of(new CurrencyChosen(currency, former, reason.strip()));
    }
}
