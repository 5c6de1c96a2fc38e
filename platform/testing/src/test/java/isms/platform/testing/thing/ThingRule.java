package isms.platform.testing.thing;

import isms.platform.decider.Rule;

enum ThingRule implements Rule {
    A_THING_IS_REGISTERED_ONCE(Reason.CONFLICT, "The thing is registered already."),
    ONLY_AN_OPEN_THING_CHANGES(Reason.CONFLICT, "A closed thing does not change."),
    LEVELS_ARE_ON_THE_SCALE(Reason.RULE, "The level is not on the scale from 1 to 5."),
    NOBODY_CLOSES_THE_PUMP(Reason.FORBIDDEN, "The pump stays open.");

    private final Reason reason;
    private final String sentence;

    ThingRule(Reason reason, String sentence) {
        this.reason = reason;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "THG-" + (ordinal() + 1);
    }

    @Override
    public String clause() {
        return "7.5.3";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return "Look at the thing as it is now and choose what fits.";
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
