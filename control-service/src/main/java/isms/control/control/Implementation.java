package isms.control.control;

/** How far the implementation of a control is (CTL-6). */
public enum Implementation {
    PLANNED("planned"),
    IN_PROGRESS("in progress"),
    IMPLEMENTED("implemented"),
    OPERATING("operating"),
    RETIRED("retired");

    private final String words;

    Implementation(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether others can build on it. */
    public boolean isInPlace() {
        return this == IMPLEMENTED || this == OPERATING;
    }
}
