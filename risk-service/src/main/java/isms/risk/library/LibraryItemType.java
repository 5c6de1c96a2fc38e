package isms.risk.library;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.library.LibraryEvent.EntryAdopted;
import isms.risk.library.LibraryEvent.EntryDrafted;
import isms.risk.library.LibraryEvent.EntryPutInUse;
import isms.risk.library.LibraryEvent.EntryRetired;
import isms.risk.library.LibraryEvent.EntryRevised;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The entry of an organization's library as the platform sees it. */
@Singleton
public class LibraryItemType extends AggregateType<LibraryItem, LibraryEvent, LibraryEntry> {

    public LibraryItemType() {
        super("library-entry", "LIB", LibraryEvent.class);
    }

    @Override
    public LibraryItem initial() {
        return new LibraryItem.None();
    }

    @Override
    public LibraryItem evolve(LibraryItem state, LibraryEvent event) {
        return LibraryItem.evolve(state, event);
    }

    @Override
    public LibraryEntry represent(@Nullable LibraryEntry before, Recorded<LibraryEvent> fact) {
        var entry = before == null ? new LibraryEntry() : (LibraryEntry) before.clone();
        switch (fact.event()) {
            case EntryDrafted(var kind, var content) -> {
                entry.kind = kind.word();
                entry.status = "draft";
                entry.write(content);
            }
            case EntryAdopted(var origin, var kind, var content) -> {
                entry.kind = kind.word();
                entry.status = "in-use";
                entry.origin = origin;
                entry.write(content);
            }
            case EntryRevised(var content) -> entry.write(content);
            case EntryPutInUse _ -> entry.status = "in-use";
            case EntryRetired(var reason) -> {
                entry.status = "retired";
                entry.retiredBecause = reason;
            }
        }
        return entry;
    }
}
