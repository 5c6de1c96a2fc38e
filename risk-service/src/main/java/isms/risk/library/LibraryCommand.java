package isms.risk.library;

import isms.platform.decider.Command;

/** What can be done to an entry of the library. */
sealed interface LibraryCommand extends Command<LibraryItem, LibraryEvent>
        permits DraftEntry, AdoptEntry, ReviseEntry, PutEntryInUse, RetireEntry {}
