package isms.control.mapping;

import isms.platform.decider.Fact;

/** What happens to an organization's own mapping. */
public sealed interface MappingEvent {

    /** Two requirements were mapped by a person. */
    @Fact(type = "framework-mapping-added", clauses = "6.1.3 c")
    record MappingAdded(String from, String to, MappingContent content) implements MappingEvent {}

    /** A person confirmed what follows from two mappings. */
    @Fact(type = "framework-mapping-confirmed", clauses = "6.1.3 c")
    record SuggestionConfirmed(String from, String to, String via, MappingContent content) implements MappingEvent {}

    /** Relationship, strength, rationale or source were judged anew. */
    @Fact(type = "framework-mapping-revised", clauses = "6.1.3 c")
    record MappingRevised(MappingContent content) implements MappingEvent {}

    /** The two are not taken for mapped any more. */
    @Fact(type = "framework-mapping-withdrawn", clauses = "6.1.3 c")
    record MappingWithdrawn(String reason) implements MappingEvent {}
}
