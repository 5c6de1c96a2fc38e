package isms.risk.round;

import isms.platform.decider.Rule;

/** Why a decision on a round of assessments is refused. */
enum RoundRule implements Rule {
    A_ROUND_IS_OPENED_ONCE(
            "This round has been opened already.", "Work on the existing one, or open another.", Reason.CONFLICT),
    ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON("There is no such round.", "Open it first.", Reason.NOT_FOUND),
    A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS(
            "The round is closed or withdrawn; it stays as it is.", "Open another round.", Reason.CONFLICT),
    A_ROUND_SAYS_WHAT_IT_IS_FOR(
            "A round has a title, an occasion and a day by which it is to be closed; after a change it says which.",
            "Supply what the violations name.",
            Reason.RULE),
    A_SCOPE_NAMES_RISKS_OR_FILTERS_THEM(
            "A scope either names its risks one by one or filters the register.",
            "Leave out the names or the filters.",
            Reason.RULE),
    A_ROUND_HAS_RISKS_TO_ASSESS(
            "A round without risks assesses nothing.", "Widen the scope; to end the round, withdraw it.", Reason.RULE),
    A_ROUND_IS_OF_RISKS_IN_THE_REGISTER(
            "A round is of risks that are in the register and not retired.",
            "Correct or leave out what the violations name.",
            Reason.RULE),
    A_ROUND_STAYS_OF_A_SIZE_THAT_CAN_BE_CLOSED(
            "A round has 10 000 risks at most.", "Open a round for each context or unit.", Reason.RULE),
    A_CHANGE_OF_A_ROUND_SAYS_WHY("An auditor must learn why a round was changed.", "Give a reason.", Reason.RULE),
    THE_RISK_IS_OF_THE_ROUND(
            "Some of these risks are not of the round.", "Leave out what the violations name.", Reason.RULE),
    NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON(
            "Some risks of the round have not been assessed since it was opened.",
            "Assess them, or give a reason for each that is left out.",
            Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    RoundRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "RSK-9";
    }

    @Override
    public String clause() {
        return "8.2";
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
