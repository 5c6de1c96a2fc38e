package isms.risk.risk;

import isms.platform.decider.Rule;

/** Why a decision on a risk is refused. */
enum RiskRule implements Rule {
    A_RISK_IS_REGISTERED_ONCE(
            "RSK-6",
            "6.1.2 c",
            "This risk is in the register already.",
            "Describe or assess the existing one.",
            Reason.CONFLICT),
    ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON(
            "RSK-6", "6.1.2 c", "There is no such risk.", "Register it first.", Reason.NOT_FOUND),
    A_RETIRED_RISK_REMAINS_AS_IT_IS(
            "RSK-6",
            "6.1.2 c",
            "The risk is retired; its history stays as it is.",
            "Register the risk anew if it has come back.",
            Reason.CONFLICT),
    A_RISK_IS_DESCRIBED_IN_FULL(
            "RSK-6",
            "6.1.2 c",
            "The description does not yet tell someone else what the risk is.",
            "Supply what the violations name.",
            Reason.RULE),
    ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK(
            "RSK-6",
            "6.1.2 c",
            "Only the owner of the risk or the ISMS manager may decide this.",
            "Ask the risk owner, or have the risk handed over to you.",
            Reason.FORBIDDEN),
    NO_ASSESSMENT_BEFORE_THE_ACCEPTANCE_CRITERIA_ARE_APPROVED(
            "RSK-4",
            "6.1.2 a",
            "Risks are assessed by approved risk acceptance criteria only.",
            "Have the context's methodology approved by top management and put in use, then assess the risk.",
            Reason.RULE),
    SAFETY_AT_STAKE_IS_RATED_AS_SUCH(
            "RSK-5",
            "6.1.2 d",
            "The risk affects safety, and the methodology of its context has no dimension safety: the assessment would not see it.",
            "Register the risk in a context whose methodology has the dimension safety, or add it to the methodology's next version.",
            Reason.RULE),
    THE_CURRENT_LEVEL_IS_ALWAYS_ASSESSED(
            "RSK-7",
            "6.1.2 d",
            "An assessment says at least how the risk stands with the controls of today.",
            "Add the rating current.",
            Reason.RULE),
    A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED(
            "RSK-7",
            "6.1.2 d",
            "A rating keeps to the scales of the methodology, covers every dimension and gives its rationale.",
            "Correct what the violations name.",
            Reason.RULE),
    AN_EXISTING_CONTROL_IS_NAMED_AND_JUDGED(
            "RSK-7",
            "6.1.2 d",
            "An existing control counts only when it is named and its effectiveness is judged.",
            "Give each its reference and effectiveness: effective, partly-effective, ineffective or not-verified.",
            Reason.RULE),
    CONTROLS_NEVER_RAISE_THE_LEVEL(
            "RSK-7",
            "6.1.2 b",
            "Controls lower a risk or leave it as it is: no level is above the inherent one, nor the residual above the current one.",
            "Check the ratings against each other.",
            Reason.RULE),
    A_LOWERED_LEVEL_NAMES_ITS_CONTROLS(
            "RSK-7",
            "6.1.2 d",
            "The current level is below the inherent one, and no existing control explains it.",
            "Name the existing controls and their effectiveness.",
            Reason.RULE),
    A_RETIREMENT_SAYS_WHY(
            "RSK-6",
            "6.1.2 c",
            "An auditor must learn why a risk no longer needs attention.",
            "Give a reason.",
            Reason.RULE),
    ONLY_AN_OPPORTUNITY_IS_PURSUED_OR_LEFT(
            "RSK-6",
            "6.1.1",
            "A threat is neither pursued nor left: it is treated, or what remains of it is accepted.",
            "Draft a treatment plan for it.",
            Reason.CONFLICT),
    A_DECISION_ON_AN_OPPORTUNITY_IS_REASONED(
            "RSK-6",
            "6.1.1",
            "Whether an opportunity is pursued rests on a judgement of what would be gained, and says why.",
            "Supply what the violations name.",
            Reason.RULE);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    RiskRule(String id, String clause, String sentence, String remedy, Reason reason) {
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
