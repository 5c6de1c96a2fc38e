package isms.control.control;

/** What kind of thing casts doubt on a control. */
public enum DoubtCause {
    NONCONFORMITY("nonconformity"),
    INCIDENT("incident"),
    AUDIT_FINDING("audit finding"),
    CHANGE("change"),
    OBSERVATION("observation");

    private final String words;

    DoubtCause(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
