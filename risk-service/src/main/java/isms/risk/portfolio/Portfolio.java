package isms.risk.portfolio;

import static isms.risk.portfolio.PortfolioRule.A_PORTFOLIO_HAS_ITS_CURRENCY_BEFORE_ANYTHING_IS_ESTIMATED;

import isms.risk.portfolio.PortfolioEvent.CurrencyChosen;

/** The portfolio as decisions see it. */
public sealed interface Portfolio {

    /** ISO 4217 code of the currency that all estimates are in, refused when none has been chosen. */
    String currency();

    /** No currency has been chosen. */
    record Unopened() implements Portfolio {

        @Override
        public String currency() {
            throw A_PORTFOLIO_HAS_ITS_CURRENCY_BEFORE_ANYTHING_IS_ESTIMATED.violated();
        }
    }

    /** Counts in a currency. */
    record Open(String currency) implements Portfolio {}

    /** The state after a fact. */
    static Portfolio evolve(PortfolioEvent event) {
        return switch (event) {
            case CurrencyChosen chosen -> new Open(chosen.currency());
        };
    }
}
