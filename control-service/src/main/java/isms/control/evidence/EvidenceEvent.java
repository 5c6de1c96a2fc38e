package isms.control.evidence;

import isms.platform.decider.Fact;
import java.util.UUID;

/** What happens to a piece of evidence. */
public sealed interface EvidenceEvent {

    /** Somebody, or a machine, provided evidence of a control. */
    @Fact(
            type = "evidence-provided",
            clauses = {"7.5.3", "9.1"})
    record EvidenceProvided(UUID control, EvidenceItem item) implements EvidenceEvent {}

    /**
     * It was replaced by its next edition; the one before stays as it is.
     *
     * @param edition the number of the new one
     */
    @Fact(
            type = "evidence-superseded",
            clauses = {"7.5.3", "9.1"})
    record EvidenceSuperseded(UUID control, int edition, EvidenceItem item, String reason) implements EvidenceEvent {}
}
