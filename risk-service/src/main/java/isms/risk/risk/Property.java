package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a risk affects (6.1.2 c 1); safety where information controls machines. */
public enum Property {
    CONFIDENTIALITY("confidentiality"),
    INTEGRITY("integrity"),
    AVAILABILITY("availability"),
    SAFETY("safety");

    private final String word;

    Property(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
