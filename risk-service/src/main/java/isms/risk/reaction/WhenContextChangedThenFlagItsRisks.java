package isms.risk.reaction;

import isms.contracts.governance.v1.ContextChanged;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import isms.risk.reaction.FlaggedRisks.Concern;
import isms.risk.risk.FlagCause;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Flags the risks of the contexts that have changed. */
@Singleton
class WhenContextChangedThenFlagItsRisks implements Reaction {

    private final FlaggedRisks flagged;

    WhenContextChangedThenFlagItsRisks(FlaggedRisks flagged) {
        this.flagged = flagged;
    }

    @Override
    public String name() {
        return "flag-risks-of-changed-context";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.governance.context-changed.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var changed = fact.read(ContextChanged.class);
        return flagged.by(
                fact,
                FlagCause.CONTEXT_CHANGED,
                "The context has changed (%s): %s".formatted(changed.key(), changed.what()),
                changed.change(),
                fact.time(),
                new Concern(changed.allContexts(), changed.contexts(), List.of(), List.of(), List.of()));
    }
}
