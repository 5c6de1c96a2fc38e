package isms.risk.treatment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is to be done about a risk (6.1.3 a). */
public enum TreatmentOption {
    /** Change likelihood or impact by controls. */
    MODIFY("modify"),
    /** Stop what the risk arises from. */
    AVOID("avoid"),
    /** Have another party bear part of it, for example an insurer or a provider. */
    SHARE("share"),
    /** Take it as it is, knowingly. */
    RETAIN("retain");

    private final String word;

    TreatmentOption(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
