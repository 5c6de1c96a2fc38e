package isms.risk.riskimport;

import isms.platform.decider.Rule;

/** Why a row of another register cannot be taken, before anything about the risk itself is decided. */
enum RiskImportRule implements Rule {
    A_RISK_STANDS_IN_A_CONTEXT(
            "The row does not say in which context the risk stands.",
            "Give the key, the id or the title of a context, in the row or for all rows with defaults."),
    A_RISK_HAS_AN_OWNER(
            "The row does not say who owns the risk.",
            "Give the owner's subject id, in the row or for all rows with defaults."),
    A_KEY_IS_OF_THIS_REGISTER(
            "There is no risk with this key.",
            "The column key holds keys of this register, such as RISK-42. Keys of another tool belong to externalId: use mapping."),
    KIND_AND_CONTEXT_REMAIN(
            "A risk remains the kind that it is, in the context where it was registered.",
            "Retire it, and register it anew under another externalId.");

    private final String sentence;
    private final String remedy;

    RiskImportRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return "RSK-6";
    }

    @Override
    public String clause() {
        return "6.1.2 c";
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
