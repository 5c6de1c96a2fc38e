package isms.risk.library;

import isms.risk.library.LibraryEvent.EntryRevised;
import isms.risk.library.LibraryItem.Kept;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Let an entry say something else. What risks took from it stays as it is.
 *
 * @param correction what becomes of it; applied to the content as it is when the decision is taken
 */
record ReviseEntry(UnaryOperator<EntryContent> correction) implements LibraryCommand {

    @Override
    public List<LibraryEvent> decide(LibraryItem state) {
        Kept entry = state.kept();
        EntryContent revised = correction.apply(entry.content()).sound(entry.kind());
        if (entry.inUse()) {
            revised.complete(entry.kind());
        }
        return revised.equals(entry.content()) ? List.of() : List.of(new EntryRevised(revised));
    }
}
