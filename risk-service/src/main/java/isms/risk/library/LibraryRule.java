package isms.risk.library;

import isms.platform.decider.Rule;

/** Why a decision on an entry of the library is refused. */
enum LibraryRule implements Rule {
    AN_ENTRY_IS_WRITTEN_ONCE("This entry is in the library already.", "Revise the existing one.", Reason.CONFLICT),
    ONLY_AN_ENTRY_THAT_IS_THERE_CAN_BE_WORKED_ON(
            "There is no such entry in the library.", "Draft it, or adopt it from a starting set.", Reason.NOT_FOUND),
    A_RETIRED_ENTRY_REMAINS_AS_IT_IS(
            "The entry is retired; risks that started from it keep what they say.",
            "Draft a new entry.",
            Reason.CONFLICT),
    AN_ENTRY_SAYS_WHAT_IT_IS(
            "An entry has a title, and a scenario keeps to the words that a risk knows.",
            "Correct what the violations name.",
            Reason.RULE),
    A_SCENARIO_IN_USE_IS_TOLD_IN_FULL(
            "A risk can start from a scenario only when it says how it comes about and what it affects.",
            "Supply what the violations name.",
            Reason.RULE),
    ONLY_A_DRAFT_IS_PUT_IN_USE(
            "The entry is in use already.", "Register a risk from it, or revise it.", Reason.CONFLICT),
    A_RISK_STARTS_FROM_A_SCENARIO_IN_USE(
            "A risk starts from a scenario that is in use, and this is none.",
            "Put the scenario in use first, or choose another.",
            Reason.CONFLICT),
    A_RETIREMENT_SAYS_WHY(
            "Those who look for the entry later must learn why it is no longer used.", "Give a reason.", Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    LibraryRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "RSK-17";
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

    @Override
    public Reason reason() {
        return reason;
    }
}
