package isms.risk.methodology;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a version stands in its life (RSK-3). */
public enum VersionStatus {
    DRAFT("draft"),
    SUBMITTED("submitted"),
    APPROVED("approved"),
    IN_USE("in-use"),
    SUPERSEDED("superseded");

    private final String word;

    VersionStatus(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
