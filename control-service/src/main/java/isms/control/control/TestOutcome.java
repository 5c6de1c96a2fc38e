package isms.control.control;

/** What a test of a control showed. */
public enum TestOutcome {
    PASS(Effectiveness.EFFECTIVE),
    PARTIAL(Effectiveness.PARTIALLY_EFFECTIVE),
    FAIL(Effectiveness.INEFFECTIVE);

    private final Effectiveness effectiveness;

    TestOutcome(Effectiveness effectiveness) {
        this.effectiveness = effectiveness;
    }

    public Effectiveness effectiveness() {
        return effectiveness;
    }
}
