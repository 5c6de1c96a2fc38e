package isms.risk.library;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an entry of the library is. */
public enum EntryKind {
    /** Who or what may cause harm. */
    THREAT("threat"),
    /** A weakness that lets it happen. */
    VULNERABILITY("vulnerability"),
    /** How a threat, an event and a weakness come together, and what follows. */
    SCENARIO("scenario");

    private final String word;

    EntryKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
