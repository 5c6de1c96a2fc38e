package isms.risk.library;

import isms.risk.library.LibraryEvent.EntryAdopted;
import isms.risk.library.LibraryEvent.EntryDrafted;
import isms.risk.library.LibraryEvent.EntryPutInUse;
import isms.risk.library.LibraryEvent.EntryRetired;
import isms.risk.library.LibraryEvent.EntryRevised;
import java.util.List;

/** One of each. */
public final class SampleLibraryFacts {

    static final ScenarioWords WORDS = new ScenarioWords(
            "Extortionists",
            "Encrypt the servers of the laboratory",
            "Backups can be reached from the network",
            "No results for days",
            List.of("integrity", "availability"),
            "Malicious software",
            List.of("A.8.7", "A.8.13"),
            List.of("Laboratory system"),
            List.of("Diagnostics"));

    static final EntryContent LABORATORY = new EntryContent("The laboratory stands still", "", WORDS);
    static final EntryContent THREAT = new EntryContent("Extortionists", "Work in groups", null);

    private SampleLibraryFacts() {}

    public static List<LibraryEvent> all() {
        return List.of(
                new EntryDrafted(EntryKind.THREAT, THREAT),
                new EntryAdopted("HOS-01", EntryKind.SCENARIO, LABORATORY),
                new EntryRevised(new EntryContent("Extortionists and blackmailers", "", null)),
                new EntryPutInUse(),
                new EntryRetired("The laboratory has been closed"));
    }
}
