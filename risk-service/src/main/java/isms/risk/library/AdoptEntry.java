package isms.risk.library;

import static isms.risk.library.LibraryRule.AN_ENTRY_IS_WRITTEN_ONCE;

import isms.risk.library.LibraryEvent.EntryAdopted;
import isms.risk.library.LibraryItem.Kept;
import isms.risk.library.LibraryItem.None;
import isms.risk.library.LibraryItem.Retired;
import java.util.List;

/**
 * Take an entry of a starting set over into the organization's library.
 *
 * @param origin its id in the starting set
 */
record AdoptEntry(String origin, EntryKind kind, EntryContent content) implements LibraryCommand {

    @Override
    public List<LibraryEvent> decide(LibraryItem state) {
        return switch (state) {
            case None _ ->
                List.of(new EntryAdopted(origin, kind, content.sound(kind).complete(kind)));
            case Kept _ -> throw AN_ENTRY_IS_WRITTEN_ONCE.violated();
            case Retired _ -> throw AN_ENTRY_IS_WRITTEN_ONCE.violated();
        };
    }
}
