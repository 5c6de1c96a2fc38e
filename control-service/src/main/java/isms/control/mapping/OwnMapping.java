package isms.control.mapping;

import static isms.control.mapping.MappingRule.ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON;

import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.control.mapping.MappingEvent.SuggestionConfirmed;

/** An organization's own mapping as decisions see it. */
public sealed interface OwnMapping {

    /** Whether it holds now. */
    default boolean isInForce() {
        return this instanceof InForce;
    }

    /** Refused when nothing was ever said of the pair. */
    default void known() {
        if (this instanceof None) {
            throw ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON.violated();
        }
    }

    /** Nothing was said of the pair. */
    record None() implements OwnMapping {}

    /** It holds. */
    record InForce(MappingContent content) implements OwnMapping {}

    /** It does not hold any more. */
    record Withdrawn() implements OwnMapping {}

    /** The state after a fact. */
    static OwnMapping evolve(OwnMapping state, MappingEvent event) {
        return switch (event) {
            case MappingAdded(var _, var _, var content) -> new InForce(content);
            case SuggestionConfirmed(var _, var _, var _, var content) -> new InForce(content);
            case MappingRevised(var content) -> new InForce(content);
            case MappingWithdrawn _ -> new Withdrawn();
        };
    }
}
