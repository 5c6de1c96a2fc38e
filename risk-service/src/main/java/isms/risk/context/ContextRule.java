package isms.risk.context;

import isms.platform.decider.Rule;

/** Why a decision on a context is refused. */
enum ContextRule implements Rule {
    A_CONTEXT_IS_DEFINED_ONCE("This context is defined already.", "Describe the existing one.", Reason.CONFLICT),
    ONLY_A_DEFINED_CONTEXT_CAN_BE_WORKED_ON("There is no such context.", "Define it first.", Reason.NOT_FOUND),
    A_RETIRED_CONTEXT_REMAINS_AS_IT_IS(
            "The context is retired; what was assessed in it stays as it was.",
            "Define a new context.",
            Reason.CONFLICT),
    A_CONTEXT_HAS_A_TITLE(
            "A context needs a title by which people tell it from the others.",
            "Give it a title of at most 200 characters.",
            Reason.RULE),
    A_RETIREMENT_SAYS_WHY(
            "Those who look for the context later must learn why it is no longer used.", "Give a reason.", Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    ContextRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "RSK-5";
    }

    @Override
    public String clause() {
        return "6.1.2 a";
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
