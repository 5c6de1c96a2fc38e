package isms.risk.reaction;

import isms.contracts.improvement.v1.NonconformityRaised;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import isms.risk.reaction.FlaggedRisks.Concern;
import isms.risk.risk.FlagCause;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Flags the risks that the nonconformity names, those of its assets, and those that rely on its controls. */
@Singleton
class WhenNonconformityRaisedThenFlagAffectedRisks implements Reaction {

    private final FlaggedRisks flagged;

    WhenNonconformityRaisedThenFlagAffectedRisks(FlaggedRisks flagged) {
        this.flagged = flagged;
    }

    @Override
    public String name() {
        return "flag-risks-of-nonconformity";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.improvement.nonconformity-raised.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var raised = fact.read(NonconformityRaised.class);
        return flagged.by(
                fact,
                FlagCause.NONCONFORMITY_RAISED,
                "The nonconformity %s was raised: %s".formatted(raised.key(), raised.title()),
                raised.nonconformity(),
                fact.time(),
                new Concern(false, List.of(), raised.risks(), raised.assets(), raised.controls()));
    }
}
