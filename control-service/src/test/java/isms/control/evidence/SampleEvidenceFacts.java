package isms.control.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One of each. */
public final class SampleEvidenceFacts {

    static final UUID CONTROL = new UUID(1, 1);
    static final EvidenceItem FILE = new EvidenceItem(
            EvidenceKind.FILE,
            "Restore of October",
            "Signed by operations",
            new StoredFile("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 4),
            "restore.pdf",
            "application/pdf",
            null,
            null,
            Instant.parse("2026-10-01T03:00:00Z"));
    static final EvidenceItem RESULT = new EvidenceItem(
            EvidenceKind.RESULT,
            "Nightly restore",
            null,
            null,
            null,
            null,
            null,
            new MachineResult(MachineResult.Outcome.PASS, "nightly-restore 2.4", "12 of 12"),
            Instant.parse("2026-10-02T03:00:00Z"));

    private SampleEvidenceFacts() {}

    static EvidenceItem link(String address) {
        return new EvidenceItem(
                EvidenceKind.LINK,
                "Plan",
                null,
                null,
                null,
                null,
                address,
                null,
                Instant.parse("2026-10-02T03:00:00Z"));
    }

    public static List<EvidenceEvent> all() {
        return List.of(
                new EvidenceEvent.EvidenceProvided(CONTROL, FILE),
                new EvidenceEvent.EvidenceSuperseded(CONTROL, 2, RESULT, "A machine does it now"));
    }
}
