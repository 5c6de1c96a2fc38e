package isms.risk.quantification;

import isms.platform.decider.Rule;

/** Why an estimate or a simulation is refused. */
enum QuantificationRule implements Rule {
    AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED(
            "Each risk is named, and estimated by how often it happens and what it then costs.",
            "Correct what the violations name."),
    A_SIMULATION_COUNTS_IN_ONE_CURRENCY(
            "Losses and costs can only be added in one currency.",
            "Convert all amounts to one currency, named by its ISO 4217 code."),
    A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN(
            "The simulation asked for is too small to tell anything, or too large to be run at once.",
            "Change the number of years, or simulate fewer risks at a time, as the violations name."),
    A_CONFIDENCE_LEVEL_LEAVES_YEARS_BEYOND_IT(
            "Value at risk is read from the years beyond the confidence level; there must be some.",
            "Lower the confidence level, or simulate more years."),
    AN_ESTIMATE_SAYS_ON_WHAT_IT_RESTS(
            "An estimate without its rationale cannot be judged, nor improved.",
            "Say on what it rests: incidents, insurers' figures, experts who were asked."),
    AN_ESTIMATE_IS_IN_THE_CURRENCY_OF_THE_PORTFOLIO(
            "All estimates of an organization are in the currency of its portfolio, so that they can be added.",
            "Convert the amounts to the portfolio's currency."),
    A_TREATMENT_DOES_NOT_RAISE_THE_EXPECTED_LOSS(
            "With the treatment the risk would cost more than without: one of the two estimates is wrong.",
            "Check the estimates against each other."),
    ONLY_A_THREAT_IS_ESTIMATED_BY_ITS_LOSSES(
            "An opportunity has no losses, and what it gains does not offset them in a portfolio of risks.",
            "Estimate threats only; rate the opportunity by its methodology."),
    A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS(
            "The return of a plan is what it avoids over some years, by what it costs in them.",
            "Correct what the violations name."),
    A_RETURN_RESTS_ON_RECORDED_ESTIMATES(
            "The return cannot be told: estimates of the risk or of the plan are missing.",
            "Record what is missing: POST .../quantification of the risk with its treatment, and of the plan with its costs.",
            Reason.CONFLICT),
    A_PORTFOLIO_HAS_SOMETHING_TO_SIMULATE(
            "None of the risks asked for has an estimate that can be simulated.",
            "Record estimates: POST /api/v1/risks/{id}/quantification; or ask for other risks.",
            Reason.CONFLICT);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    QuantificationRule(String sentence, String remedy) {
        this(sentence, remedy, Reason.RULE);
    }

    QuantificationRule(String sentence, String remedy, Reason reason) {
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
        return "6.1.2 d";
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
