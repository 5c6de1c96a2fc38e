package isms.risk.portfolio;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.portfolio.PortfolioEvent.CurrencyChosen;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The portfolio as the platform sees it. Each organization has one, under the same id. */
@Singleton
public class PortfolioType extends AggregateType<Portfolio, PortfolioEvent, PortfolioEntry> {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    public PortfolioType() {
        super("risk-portfolio", "PORTFOLIO", PortfolioEvent.class);
    }

    @Override
    public Portfolio initial() {
        return new Portfolio.Unopened();
    }

    @Override
    public Portfolio evolve(Portfolio state, PortfolioEvent event) {
        return Portfolio.evolve(event);
    }

    @Override
    public PortfolioEntry represent(@Nullable PortfolioEntry before, Recorded<PortfolioEvent> fact) {
        var entry = before == null ? new PortfolioEntry() : (PortfolioEntry) before.clone();
        switch (fact.event()) {
            case CurrencyChosen chosen -> {
                entry.currency = chosen.currency();
                entry.chosenBy = fact.actor();
                entry.chosenAt = fact.effectiveAt();
                entry.because = chosen.reason();
            }
        }
        return entry;
    }
}
