package isms.control.control;

/** What is known of whether a control does what it is there for (CTL-7). */
public enum Effectiveness {
    EFFECTIVE("effective"),
    PARTIALLY_EFFECTIVE("partially effective"),
    INEFFECTIVE("ineffective"),
    /** Something speaks against it, and no test since then has answered that. */
    IN_DOUBT("effectiveness in doubt"),
    /** Never tested, tested too long ago, or implemented anew since then. */
    UNTESTED("untested");

    private final String words;

    Effectiveness(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether a test has said it, so that it ages. */
    public boolean isTested() {
        return this == EFFECTIVE || this == PARTIALLY_EFFECTIVE || this == INEFFECTIVE;
    }
}
