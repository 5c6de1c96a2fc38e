package isms.risk.reaction;

import isms.contracts.control.v1.ControlInDoubt;
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
class WhenControlInDoubtThenFlagItsRisks implements Reaction {

    private final FlaggedRisks flagged;

    WhenControlInDoubtThenFlagItsRisks(FlaggedRisks flagged) {
        this.flagged = flagged;
    }

    @Override
    public String name() {
        return "flag-risks-of-control-in-doubt";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.control.control-in-doubt.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var doubt = fact.read(ControlInDoubt.class);
        var names = Stream.concat(Stream.of(doubt.key(), doubt.control().toString()), doubt.references().stream())
                .distinct()
                .toList();
        return flagged.by(
                fact,
                FlagCause.CONTROL_IN_DOUBT,
                "The control %s is in doubt: %s"
                        .formatted(
                                doubt.references().isEmpty()
                                        ? doubt.key()
                                        : doubt.key() + " (" + String.join(", ", doubt.references()) + ")",
                                doubt.cause()),
                doubt.control(),
                doubt.at(),
                new Concern(false, List.of(), List.of(), List.of(), names));
    }
}
