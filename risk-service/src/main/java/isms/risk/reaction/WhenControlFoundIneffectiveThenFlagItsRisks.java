package isms.risk.reaction;

import isms.contracts.control.v1.ControlFoundIneffective;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import isms.risk.reaction.FlaggedRisks.Concern;
import isms.risk.risk.FlagCause;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Flags the risks that name the control, that count on it in their assessment, or whose approved plans do. */
@Singleton
class WhenControlFoundIneffectiveThenFlagItsRisks implements Reaction {

    private final FlaggedRisks flagged;

    WhenControlFoundIneffectiveThenFlagItsRisks(FlaggedRisks flagged) {
        this.flagged = flagged;
    }

    @Override
    public String name() {
        return "flag-risks-of-ineffective-control";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.control.control-found-ineffective.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var found = fact.read(ControlFoundIneffective.class);
        var names = Stream.concat(Stream.of(found.key(), found.control().toString()), found.references().stream())
                .distinct()
                .toList();
        return flagged.by(
                fact,
                FlagCause.CONTROL_FOUND_INEFFECTIVE,
                "The control %s was found ineffective: %s"
                        .formatted(
                                found.references().isEmpty()
                                        ? found.key()
                                        : found.key() + " (" + String.join(", ", found.references()) + ")",
                                found.cause()),
                found.control(),
                found.at(),
                new Concern(false, List.of(), List.of(), List.of(), names));
    }
}
