package isms.risk.library;

import static isms.risk.library.LibraryRule.A_RETIRED_ENTRY_REMAINS_AS_IT_IS;
import static isms.risk.library.LibraryRule.A_RISK_STARTS_FROM_A_SCENARIO_IN_USE;
import static isms.risk.library.LibraryRule.ONLY_AN_ENTRY_THAT_IS_THERE_CAN_BE_WORKED_ON;

import isms.risk.library.LibraryEvent.EntryAdopted;
import isms.risk.library.LibraryEvent.EntryDrafted;
import isms.risk.library.LibraryEvent.EntryPutInUse;
import isms.risk.library.LibraryEvent.EntryRetired;
import isms.risk.library.LibraryEvent.EntryRevised;

/** An entry of an organization's library as decisions see it. */
public sealed interface LibraryItem {

    /** The entry, refused when it is not there or retired. */
    Kept kept();

    /**
     * What a risk starts from, refused when it is no scenario in use.
     *
     * @param id identity of the entry
     */
    default StartingPoint startingPoint(String id) {
        if (this instanceof Kept(EntryKind kind, boolean inUse, EntryContent content)
                && kind == EntryKind.SCENARIO
                && inUse
                && content.scenario() != null) {
            return new StartingPoint(id, content.title(), content.scenario());
        }
        throw A_RISK_STARTS_FROM_A_SCENARIO_IN_USE.violated();
    }

    /** Not in the library. */
    record None() implements LibraryItem {

        @Override
        public Kept kept() {
            throw ONLY_AN_ENTRY_THAT_IS_THERE_CAN_BE_WORKED_ON.violated();
        }
    }

    /** In the library, as a draft or in use. */
    record Kept(EntryKind kind, boolean inUse, EntryContent content) implements LibraryItem {

        @Override
        public Kept kept() {
            return this;
        }
    }

    /** No longer used. */
    record Retired() implements LibraryItem {

        @Override
        public Kept kept() {
            throw A_RETIRED_ENTRY_REMAINS_AS_IT_IS.violated();
        }
    }

    /** The state after a fact. */
    static LibraryItem evolve(LibraryItem state, LibraryEvent event) {
        return switch (event) {
            case EntryDrafted(var kind, var content) -> new Kept(kind, false, content);
            case EntryAdopted(var _, var kind, var content) -> new Kept(kind, true, content);
            case EntryRevised(var content) ->
                state instanceof Kept it ? new Kept(it.kind(), it.inUse(), content) : state;
            case EntryPutInUse _ -> state instanceof Kept it ? new Kept(it.kind(), true, it.content()) : state;
            case EntryRetired _ -> new Retired();
        };
    }
}
