package isms.risk.round;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a round is held (8.2). */
public enum Occasion {
    /** The interval of the methodology has come round. */
    PLANNED_INTERVAL("planned-interval"),
    /** Something significant is proposed or has changed. */
    SIGNIFICANT_CHANGE("significant-change");

    private final String word;

    Occasion(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
