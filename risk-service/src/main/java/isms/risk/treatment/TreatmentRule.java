package isms.risk.treatment;

import isms.platform.decider.Rule;

/** Why a decision on a treatment plan is refused. */
enum TreatmentRule implements Rule {
    A_PLAN_TREATS_A_REGISTERED_RISK(
            "RSK-11",
            "6.1.3 a",
            "A treatment plan is for a risk in the register, and this one has been retired.",
            "Withdraw the plan, or register the risk anew if it has come back.",
            Reason.CONFLICT),
    AN_OPTION_NAMES_WHAT_IT_RESTS_ON(
            "RSK-11",
            "6.1.3 a",
            "The plan does not yet say what is to be done about the risk: to modify names controls, to share the other party, "
                    + "to avoid what stops, to retain the reason.",
            "Supply what the violations name.",
            Reason.RULE),
    A_PLAN_IS_DRAFTED_ONCE(
            "RSK-12", "6.1.3 e", "This treatment plan exists already.", "Revise the existing one.", Reason.CONFLICT),
    ONLY_A_DRAFTED_PLAN_CAN_BE_WORKED_ON(
            "RSK-12", "6.1.3 e", "There is no such treatment plan.", "Draft it first.", Reason.NOT_FOUND),
    A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS(
            "RSK-12",
            "6.1.3 e",
            "The plan has been completed or withdrawn and stays as it is.",
            "Draft another plan for the risk.",
            Reason.CONFLICT),
    A_PLAN_HAS_A_TITLE(
            "RSK-12",
            "6.1.3 e",
            "A plan needs a title by which people tell it from the others.",
            "Give it a title of at most 200 characters.",
            Reason.RULE),
    AN_ACTION_KEEPS_ITS_ID(
            "RSK-12",
            "6.1.3 e",
            "The plan gives its actions their ids, and none is given twice.",
            "Give each action the id that the plan shows, and a new action none.",
            Reason.RULE),
    A_SUBMITTED_PLAN_WAITS_FOR_THE_RISK_OWNER(
            "RSK-12",
            "6.1.3 f",
            "The plan has been submitted and does not change before the risk owner has decided on it.",
            "Have it returned to its authors, then revise it.",
            Reason.CONFLICT),
    AN_APPROVED_PLAN_IS_NOT_REWRITTEN(
            "RSK-12",
            "6.1.3 f",
            "The risk owner has answered for this plan as it is.",
            "Report progress, move dates and reassign its actions; or withdraw it and draft another.",
            Reason.CONFLICT),
    ONLY_A_DRAFT_IS_SUBMITTED(
            "RSK-12",
            "6.1.3 e",
            "Only a draft can be submitted, and this plan is none any more.",
            "Wait for the risk owner's decision, or draft another plan.",
            Reason.CONFLICT),
    AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED(
            "RSK-12",
            "6.1.3 e",
            "A plan says what is done by whom, until when, with what, and by what one sees that it is done.",
            "Supply what the violations name.",
            Reason.RULE),
    THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER(
            "RSK-12",
            "6.1.3 e",
            "The level that a plan aims at is rated by the methodology in use: on its scales, in every dimension, with a rationale.",
            "Correct what the violations name.",
            Reason.RULE),
    ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON(
            "RSK-12",
            "6.1.3 f",
            "This plan has not been submitted, or has been decided on.",
            "Have the draft submitted.",
            Reason.CONFLICT),
    ONLY_THE_RISK_OWNER_APPROVES_A_PLAN(
            "RSK-12",
            "6.1.3 f",
            "Only the owner of the risk can answer for its treatment.",
            "Ask the risk owner, or have the risk handed over to you.",
            Reason.FORBIDDEN),
    NO_AUTHOR_APPROVES_THEIR_OWN_PLAN(
            "RSK-12",
            "6.1.3 f",
            "Whoever wrote some of a plan cannot approve it.",
            "Have the plan written by somebody else, or the risk handed over to an owner who is not among its authors.",
            Reason.FORBIDDEN),
    ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN(
            "RSK-12",
            "6.1.3 f",
            "Only the owner of the risk or the ISMS manager may return or withdraw its plan.",
            "Ask the risk owner.",
            Reason.FORBIDDEN),
    A_RETURN_SAYS_WHY(
            "RSK-12",
            "6.1.3 f",
            "The authors must learn why the plan comes back to them.",
            "Give a reason.",
            Reason.RULE),
    A_WITHDRAWAL_SAYS_WHY(
            "RSK-12", "8.3", "An auditor must learn why a plan was given up.", "Give a reason.", Reason.RULE),
    ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT(
            "RSK-12",
            "8.3",
            "The actions of a plan begin when the risk owner has approved it.",
            "Have the plan submitted and approved first.",
            Reason.CONFLICT),
    THE_PLAN_HAS_NO_SUCH_ACTION(
            "RSK-12",
            "8.3",
            "The plan has no action with this id.",
            "Take the id from the actions of the plan.",
            Reason.NOT_FOUND),
    WHAT_IS_SHOWN_DONE_STAYS_DONE(
            "RSK-12",
            "8.3",
            "The action has been shown done, and nothing more is reported on it.",
            "Draft another plan if there is more to do.",
            Reason.CONFLICT),
    ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION(
            "RSK-12",
            "8.3",
            "Only the owner of an action or the ISMS manager may report on it.",
            "Ask the owner of the action.",
            Reason.FORBIDDEN),
    PROGRESS_IS_A_SHARE_OF_THE_WHOLE(
            "RSK-12", "8.3", "Progress is told in percent.", "Give a whole number from 0 to 100.", Reason.RULE),
    A_MOVED_DATE_SAYS_WHY(
            "RSK-12", "8.3", "The risk owner must learn why an action takes longer.", "Give a reason.", Reason.RULE),
    NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE(
            "RSK-12",
            "8.3",
            "Whoever owns an action, or has owned it, cannot judge whether its success criterion is met.",
            "Have somebody else look at the evidence.",
            Reason.FORBIDDEN),
    DONE_IS_SHOWN_BY_EVIDENCE(
            "RSK-12",
            "8.3",
            "An action is done when its success criterion is shown to be met, not when somebody says so.",
            "Say what was looked at and what it showed.",
            Reason.RULE),
    ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION(
            "RSK-12",
            "8.3",
            "Only the owner of the risk or the ISMS manager may have an action done by somebody else.",
            "Ask the risk owner.",
            Reason.FORBIDDEN),
    A_REASSIGNMENT_SAYS_WHY(
            "RSK-12",
            "8.3",
            "An auditor must learn why somebody else does what the risk owner approved.",
            "Give a reason.",
            Reason.RULE),
    NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY(
            "RSK-11",
            "6.1.1",
            "An opportunity is not avoided or retained: it is pursued, or it is not.",
            "Choose modify to enhance it or share to pursue it with a partner; or decide not to pursue it.",
            Reason.RULE);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    TreatmentRule(String id, String clause, String sentence, String remedy, Reason reason) {
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
