package isms.control.controlimport;

import isms.platform.decider.Rule;

/** Why a row of another register cannot be taken, before anything about the control itself is decided. */
enum ControlImportRule implements Rule {
    A_CONTROL_HAS_AN_OWNER(
            "The row does not say who owns the control.",
            "Give the owner's subject id, in the row or for all rows with defaults."),
    A_KEY_IS_OF_THIS_REGISTER(
            "There is no control with this key.",
            "The column key holds keys of this register, such as CTRL-42. Keys of another tool belong to externalId: use mapping.");

    private final String sentence;
    private final String remedy;

    ControlImportRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return "CTL-4";
    }

    @Override
    public String clause() {
        return "6.1.3 b";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
