package isms.control.controlregister;

import isms.control.evidence.EvidenceEntry;
import isms.control.evidence.EvidenceType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps the evidence. */
@Singleton
public class EvidenceProjection extends AggregateProjection<EvidenceEntry> {

    EvidenceProjection(EvidenceType type) {
        super("evidence", type, EvidenceEntry.class, "evidence");
    }
}
