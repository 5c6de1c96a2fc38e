package isms.control.evidence;

import java.util.UUID;

/** A piece of evidence as decisions see it. */
public sealed interface Evidence {

    /** Not provided. */
    record None() implements Evidence {}

    /**
     * Provided.
     *
     * @param control what it is evidence of
     * @param edition number of the edition that stands, from 1
     */
    record Kept(UUID control, int edition, EvidenceItem item) implements Evidence {}

    /** The state after a fact. */
    static Evidence evolve(Evidence state, EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.EvidenceProvided(var control, var item) -> new Kept(control, 1, item);
            case EvidenceEvent.EvidenceSuperseded(var control, var edition, var item, var reason) ->
                new Kept(control, edition, item);
        };
    }
}
