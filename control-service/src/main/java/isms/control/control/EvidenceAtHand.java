package isms.control.control;

import static isms.control.control.ControlRule.THE_EVIDENCE_IS_OF_THIS_CONTROL;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A piece of evidence that a decision relies on, as it was found.
 *
 * @param control what it is evidence of
 */
record EvidenceAtHand(EvidenceReference reference, UUID control) {

    /** The references, refused when one is evidence of another control; what was merged into this one is this one. */
    static List<EvidenceReference> ownReferences(List<EvidenceAtHand> evidence, UUID self, Control.Open control) {
        var faults = new ArrayList<Violation>();
        for (int i = 0; i < evidence.size(); i++) {
            UUID of = evidence.get(i).control();
            if (!of.equals(self) && !control.absorbed().contains(of)) {
                faults.add(new Violation("/evidence/" + i, "this is evidence of another control"));
            }
        }
        if (!faults.isEmpty()) {
            throw THE_EVIDENCE_IS_OF_THIS_CONTROL.violated(faults);
        }
        return evidence.stream().map(EvidenceAtHand::reference).distinct().toList();
    }
}
