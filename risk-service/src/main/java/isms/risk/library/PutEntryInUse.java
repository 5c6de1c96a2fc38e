package isms.risk.library;

import static isms.risk.library.LibraryRule.ONLY_A_DRAFT_IS_PUT_IN_USE;

import isms.risk.library.LibraryEvent.EntryPutInUse;
import isms.risk.library.LibraryItem.Kept;
import java.util.List;

/** Offer an entry to those who register risks. */
record PutEntryInUse() implements LibraryCommand {

    @Override
    public List<LibraryEvent> decide(LibraryItem state) {
        Kept entry = state.kept();
        if (entry.inUse()) {
            throw ONLY_A_DRAFT_IS_PUT_IN_USE.violated();
        }
        entry.content().complete(entry.kind());
        return List.of(new EntryPutInUse());
    }
}
