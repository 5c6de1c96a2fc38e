package isms.risk.portfolio;

import isms.risk.portfolio.PortfolioEvent.CurrencyChosen;
import java.util.List;

/** One of each. */
public final class SamplePortfolioFacts {

    private SamplePortfolioFacts() {}

    public static List<PortfolioEvent> all() {
        return List.of(new CurrencyChosen("EUR", "BGN", "The country has joined the euro area"));
    }
}
