package isms.risk.risk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

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

    /** By its word, which must be one. */
    static Property of(String word) {
        return Arrays.stream(values())
                .filter(property -> property.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    @JsonValue
    public String word() {
        return word;
    }
}
