package isms.control.evidence;

import isms.platform.decider.Violation;
import java.util.List;

/** Replace a piece of evidence by its next edition. */
record SupersedeEvidence(EvidenceItem item, String reason) implements EvidenceCommand {

    @Override
    public List<EvidenceEvent> decide(Evidence state) {
        return switch (state) {
            case Evidence.None _ -> throw EvidenceRule.ONLY_PROVIDED_EVIDENCE_IS_SUPERSEDED.violated();
            case Evidence.Kept(var control, var edition, var before) -> {
                if (reason.isBlank()) {
                    throw EvidenceRule.SUPERSEDING_SAYS_WHY.violated(
                            List.of(new Violation("/reason", "the reason is missing")));
                }
                yield item.checked().equals(before)
                        ? List.of()
                        : List.of(new EvidenceEvent.EvidenceSuperseded(control, edition + 1, item, reason.strip()));
            }
        };
    }
}
