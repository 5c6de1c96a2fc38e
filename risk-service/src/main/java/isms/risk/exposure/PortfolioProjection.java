package isms.risk.exposure;

import isms.platform.projection.AggregateProjection;
import isms.risk.portfolio.PortfolioEntry;
import isms.risk.portfolio.PortfolioType;
import jakarta.inject.Singleton;

/** Keeps what the portfolio counts in. */
@Singleton
public class PortfolioProjection extends AggregateProjection<PortfolioEntry> {

    PortfolioProjection(PortfolioType type) {
        super("risk-portfolio", type, PortfolioEntry.class, "risk_portfolio");
    }
}
