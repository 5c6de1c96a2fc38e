package isms.control.control;

import isms.platform.decider.Rule;
import isms.platform.decider.Violation;
import java.util.List;

/** Why a decision on a control is refused. */
enum ControlRule implements Rule {
    A_CONTROL_IS_DEFINED_ONCE(
            "CTL-4", "6.1.3 b", "This control is defined already.", "Describe the existing one.", Reason.CONFLICT),
    ONLY_A_DEFINED_CONTROL_CAN_BE_WORKED_ON(
            "CTL-4", "6.1.3 b", "There is no such control.", "Define it first.", Reason.NOT_FOUND),
    A_RETIRED_CONTROL_REMAINS_AS_IT_IS(
            "CTL-6",
            "8.1",
            "The control is retired, and its history stays as it is.",
            "Define a new control if it is needed again.",
            Reason.CONFLICT),
    A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER(
            "CTL-5",
            "8.1",
            "The control turned out to be another one, which goes on in its place.",
            "Work on the control that it names as mergedInto.",
            Reason.CONFLICT),
    A_CONTROL_HAS_A_TITLE(
            "CTL-4",
            "6.1.3 b",
            "A control needs a title by which people tell it from the others.",
            "Give it a title of at most 200 characters.",
            Reason.RULE),
    AN_ESTIMATE_IS_IN_WHOLE_DAYS(
            "CTL-6",
            "8.1",
            "The estimate is a number of working days from which the sequence of controls follows.",
            "Give a whole number from 1 to 2000, or none.",
            Reason.RULE),
    A_REQUIREMENT_IS_OF_A_KNOWN_FRAMEWORK(
            "CTL-4",
            "6.1.3 c",
            "A control satisfies requirements of frameworks that are known here.",
            "Refer to requirements as framework:id, for example iso-27001-2022:A.8.13, or FRW-1:B1.1 of an own framework that is in use; the frameworks are listed at /api/v1/frameworks.",
            Reason.RULE),
    ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL(
            "CTL-4",
            "5.3",
            "A control has one owner, who reports on it.",
            "Ask its owner or the ISMS manager, or have the control handed over to you.",
            Reason.FORBIDDEN),
    IT_SAYS_WHY(
            "CTL-4",
            "7.5.3",
            "Who looks at the control later must learn why this was decided.",
            "Give a reason.",
            Reason.RULE),
    IMPLEMENTING_BEGINS_ONCE(
            "CTL-6",
            "8.1",
            "Only a planned control can be started, and this one is not just planned any more.",
            "Report the next step, or reopen the implementation.",
            Reason.CONFLICT),
    NO_CONTROL_STARTS_BEFORE_WHAT_IT_NEEDS(
            "CTL-6",
            "8.1",
            "The control needs others that are not in place yet.",
            "Implement those first, or take the dependency away if it is none.",
            Reason.CONFLICT),
    ONLY_WHAT_WAS_STARTED_IS_IMPLEMENTED(
            "CTL-6",
            "8.1",
            "Only a control whose implementation was started can be reported as implemented.",
            "Start it first; what is implemented already need not be reported again.",
            Reason.CONFLICT),
    ONLY_AN_IMPLEMENTED_CONTROL_IS_PUT_INTO_OPERATION(
            "CTL-6",
            "8.1",
            "Only a control that is implemented becomes part of daily work.",
            "Report it as implemented first.",
            Reason.CONFLICT),
    ONLY_WHAT_IS_IN_PLACE_IS_REOPENED(
            "CTL-6",
            "8.1",
            "Only an implementation that was finished can be reopened.",
            "Go on with the implementation as it is.",
            Reason.CONFLICT),
    A_DAY_THAT_IS_REPORTED_HAS_COME(
            "CTL-6",
            "8.1",
            "What is reported has happened, and steps follow each other in time.",
            "Give a day that is not in the future and not before the step before.",
            Reason.RULE),
    AN_IMPORT_TAKES_NO_REPORT_BACK(
            "CTL-6",
            "8.1",
            "The control is further here than the file says, and a file takes back nothing that was reported.",
            "Correct the file, or reopen the implementation with a reason.",
            Reason.CONFLICT),
    A_DUE_DATE_IS_FOR_WHAT_IS_NOT_IN_PLACE(
            "CTL-6",
            "8.1",
            "The control is in place already, so that nothing is due.",
            "Reopen the implementation if there is something left to do.",
            Reason.CONFLICT),
    DEPENDENCIES_FORM_NO_CYCLE(
            "CTL-6",
            "8.1",
            "Controls that need each other could never be started.",
            "Take away one of the dependencies named.",
            Reason.CONFLICT),
    A_CONTROL_NEEDS_OTHER_CONTROLS_THAT_ARE_LEFT(
            "CTL-6",
            "8.1",
            "A control can only need one that the organization has not given up.",
            "Name a control that is not retired.",
            Reason.CONFLICT),
    A_PLANNED_CHANGE_IS_NAMED(
            "CTL-6", "6.3", "A planned change is named by its id and its title.", "Give both.", Reason.RULE),
    A_TEST_SAYS_HOW_IT_IS_DONE(
            "CTL-7",
            "9.1",
            "How a control is tested needs a method, a period for which a result stands, and a criterion.",
            "Supply what the violations name.",
            Reason.RULE),
    A_CONTROL_IS_TESTED_AS_DEFINED(
            "CTL-7",
            "9.1",
            "Nobody has said yet how this control is tested.",
            "Define its test: method, period and criterion.",
            Reason.CONFLICT),
    ONLY_WHAT_IS_IN_PLACE_IS_TESTED(
            "CTL-7",
            "9.1",
            "Only a control that is implemented can show whether it is effective.",
            "Report it as implemented first.",
            Reason.CONFLICT),
    NO_OWNER_TESTS_THEIR_OWN_CONTROL(
            "ALL-3",
            "9.1",
            "Who owns a control does not test it, nor does who owned it since its last test.",
            "Have it tested by somebody else.",
            Reason.FORBIDDEN),
    A_TEST_RESTS_ON_EVIDENCE(
            "CTL-7",
            "9.1",
            "That a control is effective, even in part, is shown by evidence; that it is not, at least by what was found.",
            "Name evidence of this control, and for a failed test what was found.",
            Reason.RULE),
    THE_EVIDENCE_IS_OF_THIS_CONTROL(
            "CTL-7",
            "9.1",
            "A control is judged by its own evidence.",
            "Name evidence that was provided for this control.",
            Reason.RULE),
    A_TEST_COMES_AFTER_WHAT_IT_ANSWERS(
            "CTL-7",
            "9.1",
            "A test is of a day that has come, not before the last test, and not before the doubt that it clears.",
            "Give the day on which the test was done; or test again.",
            Reason.RULE),
    A_DOUBT_SAYS_WHAT_HAPPENED(
            "CTL-7",
            "8.1",
            "A doubt names what speaks against the control, and when that happened.",
            "Say what has happened, at a moment that is not in the future.",
            Reason.RULE),
    A_CONTROL_IS_NOT_MERGED_WITH_ITSELF(
            "CTL-5", "8.1", "A control cannot be merged with itself.", "Name the other control.", Reason.RULE),
    ONLY_CONTROLS_THAT_ARE_LEFT_ARE_MERGED(
            "CTL-5",
            "8.1",
            "Only controls that are neither retired nor merged into another can be merged.",
            "Name a control that is still in use.",
            Reason.CONFLICT);

    private final String id;
    private final String clause;
    private final String sentence;
    private final String remedy;
    private final Reason reason;

    ControlRule(String id, String clause, String sentence, String remedy, Reason reason) {
        this.id = id;
        this.clause = clause;
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    /** The reason, refused when it says nothing. */
    static String said(String reason) {
        if (reason.isBlank()) {
            throw IT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return reason.strip();
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
