package isms.risk.risk;

import isms.platform.decider.Rule;

/** Why a decision on a flag for reassessment is refused. */
enum ReassessmentRule implements Rule {
    THE_RISK_HAS_NO_SUCH_FLAG(
            "The risk is not flagged by this.",
            "See the risk for its flags; each is dismissed by its id.",
            Reason.NOT_FOUND),
    A_CLEARED_FLAG_STAYS_CLEARED(
            "The flag has been cleared already, by an assessment or a dismissal.",
            "Nothing is left to do; the history of the risk tells who cleared it.",
            Reason.CONFLICT),
    A_DISMISSAL_SAYS_WHY(
            "An auditor must learn why a risk was not assessed again.",
            "Give a reason, or assess the risk.",
            Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    ReassessmentRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "RSK-10";
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
