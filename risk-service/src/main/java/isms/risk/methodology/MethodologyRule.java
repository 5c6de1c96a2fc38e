package isms.risk.methodology;

import isms.platform.decider.Rule;

/** Why a decision on a methodology is refused. */
enum MethodologyRule implements Rule {
    A_METHODOLOGY_IS_DEFINED_ONCE(
            "RSK-1",
            "6.1.2 a",
            "This methodology is in the inventory already.",
            "Revise its draft, or start its next version.",
            Reason.CONFLICT),
    ONLY_WHAT_IS_IN_THE_INVENTORY_CAN_BE_WORKED_ON(
            "RSK-1", "6.1.2 a", "There is no such methodology.", "Define it first.", Reason.NOT_FOUND),
    A_METHODOLOGY_HAS_A_TITLE(
            "RSK-1",
            "7.5.2 a",
            "A methodology needs a title by which people find it.",
            "Give it a title of at most 200 characters.",
            Reason.RULE),
    AN_APPROVED_VERSION_NEVER_CHANGES(
            "RSK-3",
            "6.1.2 a",
            "An approved version of a methodology never changes: assessments rest on it.",
            "Start the next version and revise that.",
            Reason.CONFLICT),
    A_SUBMITTED_VERSION_WAITS_FOR_ITS_APPROVAL(
            "RSK-3",
            "6.1.2 a",
            "The version has been submitted and does not change before top management has decided on it.",
            "Have it returned to its authors, then revise it.",
            Reason.CONFLICT),
    ONLY_A_DRAFT_IS_SUBMITTED(
            "RSK-3",
            "6.1.2 a",
            "Only a draft can be submitted for approval, and there is none.",
            "Start the next version of the methodology.",
            Reason.CONFLICT),
    ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON(
            "RSK-3",
            "6.1.2 a",
            "No version of this methodology has been submitted for approval.",
            "Have its author submit the draft.",
            Reason.CONFLICT),
    ONLY_COMPLETE_CRITERIA_ARE_APPROVED(
            "RSK-1",
            "6.1.2 b",
            "The criteria are incomplete or contradict themselves; assessments by them would not be consistent and comparable.",
            "Supply what the violations name in the draft, and submit it again.",
            Reason.RULE),
    NO_AUTHOR_APPROVES_THEIR_OWN_VERSION(
            "ALL-3",
            "5.3",
            "Whoever wrote some of a version cannot approve it.",
            "Have it approved by a member of top management who is not among its authors.",
            Reason.FORBIDDEN),
    A_RETURN_SAYS_WHY(
            "RSK-3",
            "6.1.2 a",
            "The authors must learn why the version comes back to them.",
            "Give a reason.",
            Reason.RULE),
    ONLY_AN_APPROVED_VERSION_IS_PUT_IN_USE(
            "RSK-3",
            "6.1.2 a",
            "No version of this methodology is approved and waiting to be put in use.",
            "Have a version approved by top management first.",
            Reason.CONFLICT),
    ONE_VERSION_IS_WORKED_ON_AT_A_TIME(
            "RSK-3",
            "6.1.2 a",
            "Another version of this methodology is on its way into use.",
            "Bring that version into use before you start the next one.",
            Reason.CONFLICT);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    MethodologyRule(String id, String clause, String sentence, String remedy, Reason reason) {
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
