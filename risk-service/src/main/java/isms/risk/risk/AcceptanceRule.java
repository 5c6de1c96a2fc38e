package isms.risk.risk;

import isms.platform.decider.Rule;

/** Why a decision on the acceptance of residual risk is refused. */
enum AcceptanceRule implements Rule {
    ONLY_AN_ASSESSED_RISK_IS_ACCEPTED(
            "RSK-13",
            "6.1.3 f",
            "Nobody can accept a risk whose level is not known: it has not been assessed.",
            "Assess the risk with its residual level, then accept it.",
            Reason.CONFLICT),
    ONLY_A_RATED_RESIDUAL_LEVEL_IS_ACCEPTED(
            "RSK-13",
            "6.1.3 f",
            "The last assessment does not say what remains of the risk after treatment.",
            "Assess the risk with the rating residual; for a risk that is retained it is the current one.",
            Reason.CONFLICT),
    WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS(
            "RSK-13",
            "6.1.3 f",
            "The residual level is within the acceptance criteria, and there only the owner of the risk accepts.",
            "Ask the risk owner, or have the risk handed over to you.",
            Reason.FORBIDDEN),
    WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS(
            "RSK-13",
            "6.1.2 a",
            "The criteria that the risk was assessed by leave also risks within them to top management.",
            "Ask top management to accept it.",
            Reason.FORBIDDEN),
    ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS(
            "RSK-13",
            "6.1.2 a",
            "The residual level is above the acceptance criteria.",
            "Only top management accepts above them: ask it to, or treat the risk further and assess it again.",
            Reason.FORBIDDEN),
    ABOVE_THE_CRITERIA_IT_IS_JUSTIFIED_AND_ENDS(
            "RSK-13",
            "6.1.3 f",
            "A risk above the acceptance criteria is accepted with a justification and for a time only.",
            "Supply what the violations name.",
            Reason.RULE),
    AN_ACCEPTANCE_ENDS_IN_DUE_TIME(
            "RSK-13",
            "6.1.3 f",
            "An acceptance ends neither in the past nor so late that nobody would look at it again.",
            "Name a day between today (UTC) and three years from now.",
            Reason.RULE),
    A_RISK_IS_ACCEPTED_ONCE(
            "RSK-13",
            "6.1.3 f",
            "The residual risk is accepted already, and the acceptance is in force.",
            "Renew it in its last 30 days, or revoke it with a reason and accept the risk again.",
            Reason.CONFLICT),
    ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED(
            "RSK-13",
            "6.1.3 f",
            "The risk has no acceptance in force.",
            "Read its history: it was never accepted, or its acceptance has ended.",
            Reason.CONFLICT),
    ONLY_WHO_ANSWERS_FOR_A_RISK_REVOKES_ITS_ACCEPTANCE(
            "RSK-13",
            "6.1.3 f",
            "Only the owner of the risk, top management or the ISMS manager may revoke its acceptance.",
            "Ask the risk owner.",
            Reason.FORBIDDEN),
    A_REVOCATION_SAYS_WHY(
            "RSK-13",
            "6.1.3 f",
            "An auditor must learn why an acceptance was taken back.",
            "Give a reason.",
            Reason.RULE);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    AcceptanceRule(String id, String clause, String sentence, String remedy, Reason reason) {
        this.id = id;
        this.clause = clause;
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String clause() {
        return clause;
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
