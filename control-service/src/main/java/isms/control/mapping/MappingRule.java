package isms.control.mapping;

import isms.platform.decider.Rule;

/** Why a decision on a mapping is refused. */
enum MappingRule implements Rule {
    A_PAIR_IS_MAPPED_ONCE(
            "These two requirements are mapped already.", "Revise the existing mapping.", Reason.CONFLICT),
    ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON("There is no such mapping.", "Add it first.", Reason.NOT_FOUND),
    A_WITHDRAWN_MAPPING_IS_WITHDRAWN_ONCE(
            "The mapping is withdrawn already.", "Revise it to put it in force again.", Reason.CONFLICT),
    A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST(
            "A mapping connects requirements that frameworks have.",
            "Name both as framework:requirement, for example iso-27001-2022:A.8.13; GET /frameworks lists the frameworks.",
            Reason.RULE),
    A_MAPPING_CONNECTS_TWO_FRAMEWORKS(
            "Within one framework the publisher has settled how requirements lie to each other.",
            "Name a requirement of another framework.",
            Reason.RULE),
    A_MAPPING_SAYS_WHY(
            "Who relies on the mapping must learn why it holds, and who says so.",
            "Give a rationale of at most 1000 characters.",
            Reason.RULE),
    STRENGTH_GOES_FROM_ONE_TO_TEN(
            "The strength of a relationship goes from 1, hardly, to 10, without doubt.",
            "Give a whole number from 1 to 10, or none.",
            Reason.RULE),
    ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED(
            "A suggestion follows from two mappings over the requirement between them.",
            "Take from, to and via from a suggestion of GET /framework-mappings, or add the mapping as your own.",
            Reason.RULE),
    A_WITHDRAWAL_SAYS_WHY("Those who relied on it must learn why it no longer holds.", "Give a reason.", Reason.RULE);

    private final String sentence;
    private final String remedy;
    private final Reason reason;

    MappingRule(String sentence, String remedy, Reason reason) {
        this.sentence = sentence;
        this.remedy = remedy;
        this.reason = reason;
    }

    @Override
    public String id() {
        return "CTL-2";
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
