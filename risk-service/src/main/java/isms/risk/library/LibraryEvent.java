package isms.risk.library;

import isms.platform.decider.Fact;

/** What happens to an entry of an organization's library. Who decided it and when is in the envelope. */
public sealed interface LibraryEvent {

    /** An entry was begun; it may have gaps. */
    @Fact(type = "library-entry-drafted", clauses = "6.1.2 c")
    record EntryDrafted(EntryKind kind, EntryContent content) implements LibraryEvent {}

    /**
     * An entry of a starting set was taken over, and is in use at once.
     *
     * @param origin its id in the starting set
     * @param content what it said then; a later starting set changes nothing here
     */
    @Fact(type = "library-entry-adopted", clauses = "6.1.2 c")
    record EntryAdopted(String origin, EntryKind kind, EntryContent content) implements LibraryEvent {}

    /** The entry says something else from now on. */
    @Fact(type = "library-entry-revised", clauses = "6.1.2 c")
    record EntryRevised(EntryContent content) implements LibraryEvent {}

    /** Risks may start from the entry from now on. */
    @Fact(type = "library-entry-put-in-use", clauses = "6.1.2 c")
    record EntryPutInUse() implements LibraryEvent {}

    /** No further risk starts from the entry. */
    @Fact(type = "library-entry-retired", clauses = "6.1.2 c")
    record EntryRetired(String reason) implements LibraryEvent {}
}
