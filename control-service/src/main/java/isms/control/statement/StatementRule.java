package isms.control.statement;

import isms.platform.decider.Rule;

/** Why a decision on a statement of applicability is refused. */
enum StatementRule implements Rule {
    A_SCOPE_HAS_ONE_STATEMENT(
            "CTL-9",
            "6.1.3 d",
            "There is a statement of applicability for this scope already.",
            "Work on that one: start its next version if its latest one is approved.",
            Reason.CONFLICT),
    A_STATEMENT_NAMES_ITS_SCOPE(
            "CTL-9",
            "4.3",
            "A statement of applicability is for a scope that people know by name.",
            "Give the scope a name of at most 200 characters.",
            Reason.RULE),
    ONLY_A_STARTED_STATEMENT_IS_WORKED_ON(
            "CTL-9",
            "6.1.3 d",
            "There is no such statement of applicability.",
            "Start one for the scope.",
            Reason.NOT_FOUND),
    ONLY_A_DRAFT_IS_WORKED_ON(
            "CTL-9",
            "6.1.3 d",
            "The latest version is no draft: it awaits its approval, or it is approved and never changes.",
            "Have the submitted version returned; or start the next version.",
            Reason.CONFLICT),
    A_LINE_IS_DECIDED_WITH_ITS_REASON(
            "CTL-9",
            "6.1.3 d",
            "A line says whether its control applies and why, and how far it is implemented. Nothing was decided.",
            "Correct the lines that the violations name, and send all of them again.",
            Reason.RULE),
    A_NEED_NAMES_WHAT_IT_COMES_FROM(
            "CTL-10",
            "6.1.3 d",
            "A legal need says which control it needs and what demands it.",
            "Supply what the violations name.",
            Reason.RULE),
    A_LEGAL_NEED_IS_OF_ONE_CONTROL(
            "CTL-10",
            "6.1.3 d",
            "There is a legal need with this id already, and it says something else.",
            "Use another id, or none; or withdraw the existing one first.",
            Reason.CONFLICT),
    ONLY_WHAT_IS_NEEDED_IS_WITHDRAWN(
            "CTL-10",
            "6.1.3 d",
            "The statement has no such legal need.",
            "Take its id from the needs of the line.",
            Reason.NOT_FOUND),
    NOTHING_NEEDED_IS_EXCLUDED(
            "CTL-10",
            "6.1.3 c",
            "The version excludes controls that a treatment plan or a legal requirement needs.",
            "Include them, or have what needs them ended.",
            Reason.CONFLICT),
    A_VERSION_IS_COMPLETE_WHEN_SUBMITTED(
            "CTL-11",
            "6.1.3 d",
            "Every control of Annex A and every further control is decided and justified before the version is submitted.",
            "Decide the lines that the violations name; GET completeness lists them as well.",
            Reason.RULE),
    ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON(
            "CTL-11",
            "6.1.3 d",
            "The latest version has not been submitted, or has been decided on.",
            "Have the draft submitted.",
            Reason.CONFLICT),
    ONLY_TOP_MANAGEMENT_OR_ITS_DELEGATE_APPROVES(
            "CTL-11",
            "5.1",
            "Only top management, or whom it has named, can approve a statement of applicability.",
            "Ask top management to approve it or to delegate the approval to you.",
            Reason.FORBIDDEN),
    NO_AUTHOR_APPROVES_THEIR_OWN_LINES(
            "CTL-11",
            "6.1.3 d",
            "Whoever wrote a line of this version cannot approve it (separation of duties, ALL-3).",
            "Have it approved by somebody who is not among its authors.",
            Reason.FORBIDDEN),
    ONLY_WHO_APPROVES_OR_RUNS_THE_ISMS_RETURNS_A_VERSION(
            "CTL-11",
            "6.1.3 d",
            "Only top management, its delegate or the ISMS manager may return a submitted version.",
            "Ask one of them.",
            Reason.FORBIDDEN),
    A_RETURN_SAYS_WHY(
            "CTL-11",
            "6.1.3 d",
            "The authors must learn why the version comes back to them.",
            "Give a reason.",
            Reason.RULE),
    THE_NEXT_VERSION_FOLLOWS_AN_APPROVED_ONE(
            "CTL-11",
            "6.1.3 d",
            "The latest version is still being worked on.",
            "Have it approved first, or go on with it.",
            Reason.CONFLICT),
    A_DELEGATION_NAMES_SOMEBODY_ELSE(
            "CTL-11",
            "5.3",
            "Top management delegates the approval to somebody else, and says why.",
            "Name another subject, and give a reason.",
            Reason.RULE),
    AN_OLD_STATEMENT_NAMES_CONTROLS_OF_2013(
            "CTL-3",
            "6.1.3 c",
            "A statement by the 2013 edition has each control of its Annex A once at most, with a justification. Nothing was taken over.",
            "Correct the lines that the violations name.",
            Reason.RULE),
    A_MIGRATION_IS_TAKEN_OVER_ONCE(
            "CTL-3",
            "6.1.3 c",
            "A statement by the 2013 edition has been taken over into this draft already.",
            "Undo that migration first.",
            Reason.CONFLICT),
    ONLY_A_MIGRATION_IS_UNDONE(
            "CTL-3",
            "6.1.3 c",
            "Nothing was taken over into this draft.",
            "Correct its lines by deciding them.",
            Reason.CONFLICT);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    StatementRule(String id, String clause, String sentence, String remedy, Reason reason) {
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
