package isms.risk.quantification;

import isms.platform.decider.Rule;

/** Why a simulation is refused. */
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
            "Lower the confidence level, or simulate more years.");

    private final String sentence;
    private final String remedy;

    QuantificationRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
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
}
