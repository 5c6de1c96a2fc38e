package isms.risk.library;

import static isms.risk.library.LibraryRule.A_RETIREMENT_SAYS_WHY;

import isms.platform.decider.Violation;
import isms.risk.library.LibraryEvent.EntryRetired;
import java.util.List;

/** Offer an entry no longer. */
record RetireEntry(String reason) implements LibraryCommand {

    @Override
    public List<LibraryEvent> decide(LibraryItem state) {
        state.kept();
        if (reason.isBlank()) {
            throw A_RETIREMENT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new EntryRetired(reason));
    }
}
