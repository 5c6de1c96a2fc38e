package isms.risk.roundregister;

import isms.platform.projection.AggregateProjection;
import isms.risk.round.AssessmentRoundEntry;
import isms.risk.round.AssessmentRoundType;
import jakarta.inject.Singleton;

/** Keeps the register of assessment rounds. */
@Singleton
public class AssessmentRoundProjection extends AggregateProjection<AssessmentRoundEntry> {

    AssessmentRoundProjection(AssessmentRoundType type) {
        super("assessment-rounds", type, AssessmentRoundEntry.class, "assessment_round");
    }
}
