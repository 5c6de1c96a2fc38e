package isms.risk.librarycatalogue;

import isms.platform.projection.AggregateProjection;
import isms.risk.library.LibraryEntry;
import isms.risk.library.LibraryItemType;
import jakarta.inject.Singleton;

/** Keeps the entries of the organizations' own libraries. */
@Singleton
public class LibraryEntryProjection extends AggregateProjection<LibraryEntry> {

    LibraryEntryProjection(LibraryItemType type) {
        super("library-entries", type, LibraryEntry.class, "library_entry");
    }
}
