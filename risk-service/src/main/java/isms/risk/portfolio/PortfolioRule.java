package isms.risk.portfolio;

import isms.platform.decider.Rule;

/** Why a decision on the portfolio, or one that needs it, is refused. */
enum PortfolioRule implements Rule {
    A_PORTFOLIO_HAS_ITS_CURRENCY_BEFORE_ANYTHING_IS_ESTIMATED(
            "No currency has been chosen for the portfolio of risks: amounts could not be added up.",
            "Have the ISMS manager choose it: POST /api/v1/risk-portfolio.",
            Reason.CONFLICT),
    A_PORTFOLIO_COUNTS_IN_A_REAL_CURRENCY(
            "The portfolio counts in a currency that others know.",
            "Name a currency by its ISO 4217 code, for example EUR.",
            Reason.RULE),
    A_CHOICE_OF_CURRENCY_SAYS_WHY(
            "What was estimated in another currency drops out of every sum: those who look later must learn why.",
            "Give a reason.",
            Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    PortfolioRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "RSK-16";
    }

    @Override
    public String clause() {
        return "6.1.2 b";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
