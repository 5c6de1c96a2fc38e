package isms.control.framework;

import isms.platform.decider.Rule;

/** Why a decision on an organization's own framework is refused. */
enum FrameworkRule implements Rule {
    A_FRAMEWORK_IS_DEFINED_ONCE("This framework is defined already.", "Describe the existing one.", Reason.CONFLICT),
    ONLY_A_DEFINED_FRAMEWORK_CAN_BE_WORKED_ON("There is no such framework.", "Define it first.", Reason.NOT_FOUND),
    A_RETIRED_FRAMEWORK_REMAINS_AS_IT_IS(
            "The framework is retired; what refers to it keeps it as it was.",
            "Define a new framework.",
            Reason.CONFLICT),
    A_FRAMEWORK_HAS_A_TITLE(
            "A framework needs a title by which people tell it from the others.",
            "Give it a title of at most 200 characters.",
            Reason.RULE),
    A_VERSION_HAS_REQUIREMENTS(
            "A version without requirements is of no use, and one with more than 5000 is no framework.",
            "Send the requirements of the framework, at most 5000 of them.",
            Reason.RULE),
    A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN(
            "Controls and statements refer to a requirement by its identifier.",
            "Give every requirement an identifier of at most 100 characters that no other has.",
            Reason.RULE),
    A_REQUIREMENT_HAS_A_TITLE(
            "A requirement needs a title by which people know what it asks for.",
            "Give it a title of at most 500 characters.",
            Reason.RULE),
    A_PARENT_STANDS_IN_THE_SAME_VERSION(
            "A requirement stands below another of the same version, and never below itself.",
            "Name the identifier of a requirement of the same file as parent, or leave it empty.",
            Reason.RULE),
    A_RETIREMENT_SAYS_WHY(
            "Those who look for the framework later must learn why it is no longer used.",
            "Give a reason.",
            Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    FrameworkRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "CTL-1";
    }

    @Override
    public String clause() {
        return "6.1.3 c";
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
