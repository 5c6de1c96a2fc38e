package isms.control.catalogue;

import isms.control.mapping.MappingContent;
import isms.control.mapping.MappingEvent;
import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.control.mapping.MappingEvent.SuggestionConfirmed;

/** What happened to an own mapping, as an auditor reads it. */
public final class MappingWords {

    private MappingWords() {}

    public static String of(MappingEvent event) {
        return switch (event) {
            case MappingAdded(var from, var to, var content) ->
                "%s mapped to %s: %s".formatted(from, to, words(content));
            case SuggestionConfirmed(var from, var to, var via, var content) ->
                "Suggestion confirmed that %s maps to %s, by way of %s: %s".formatted(from, to, via, words(content));
            case MappingRevised(var content) -> "Judged anew: %s".formatted(words(content));
            case MappingWithdrawn(var why) -> "Withdrawn: %s".formatted(why);
        };
    }

    private static String words(MappingContent content) {
        return content.relationship().word()
                + (content.strength() == null ? "" : ", strength " + content.strength() + " of 10")
                + "; " + content.rationale();
    }
}
