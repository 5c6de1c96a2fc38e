package isms.control.evidence;

import java.util.List;
import java.util.UUID;

/** Provide evidence of a control. */
record ProvideEvidence(UUID control, EvidenceItem item) implements EvidenceCommand {

    @Override
    public List<EvidenceEvent> decide(Evidence state) {
        return switch (state) {
            case Evidence.None _ -> List.of(new EvidenceEvent.EvidenceProvided(control, item.checked()));
            case Evidence.Kept _ -> throw EvidenceRule.EVIDENCE_IS_PROVIDED_ONCE.violated();
        };
    }
}
