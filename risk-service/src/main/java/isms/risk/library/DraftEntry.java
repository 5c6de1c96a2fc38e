package isms.risk.library;

import static isms.risk.library.LibraryRule.AN_ENTRY_IS_WRITTEN_ONCE;

import isms.risk.library.LibraryEvent.EntryDrafted;
import isms.risk.library.LibraryItem.Kept;
import isms.risk.library.LibraryItem.None;
import isms.risk.library.LibraryItem.Retired;
import java.util.List;

/** Begin an entry of the organization's own. */
record DraftEntry(EntryKind kind, EntryContent content) implements LibraryCommand {

    @Override
    public List<LibraryEvent> decide(LibraryItem state) {
        return switch (state) {
            case None _ -> List.of(new EntryDrafted(kind, content.sound(kind)));
            case Kept _ -> throw AN_ENTRY_IS_WRITTEN_ONCE.violated();
            case Retired _ -> throw AN_ENTRY_IS_WRITTEN_ONCE.violated();
        };
    }
}
