package isms.risk.methodology;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import isms.risk.methodology.MethodologyEvent.MethodologyDraftRevised;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologyReturned;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The methodology as the platform sees it. */
@Singleton
public class MethodologyType extends AggregateType<Methodology, MethodologyEvent, MethodologyEntry> {

    public MethodologyType() {
        super("methodology", "METH", MethodologyEvent.class);
    }

    @Override
    public Methodology initial() {
        return new Methodology.None();
    }

    @Override
    public Methodology evolve(Methodology state, MethodologyEvent event) {
        return Methodology.evolve(state, event);
    }

    @Override
    public MethodologyEntry represent(@Nullable MethodologyEntry before, Recorded<MethodologyEvent> fact) {
        var entry = before == null ? new MethodologyEntry() : (MethodologyEntry) before.clone();
        switch (fact.event()) {
            case MethodologyDefined(var kind, var content, var author) -> {
                entry.kind = kind.word();
                entry.begin(MethodologyVersion.draft(1, content, author));
            }
            case MethodologyDraftRevised(var version, var content, var author) ->
                entry.change(version, it -> it.revised(content, author));
            case MethodologySubmitted(var version) -> entry.change(version, it -> it.submitted(fact.effectiveAt()));
            case MethodologyReturned(var version, var reason) -> entry.change(version, it -> it.returned(reason));
            case MethodologyApproved approved -> entry.change(approved.version(), it -> it.approved(fact));
            case MethodologyPutInUse released -> entry.change(released.version(), it -> it.inUse(fact.effectiveAt()));
            case MethodologySuperseded superseded ->
                entry.change(superseded.version(), it -> it.superseded(fact.effectiveAt()));
            case MethodologyVersionStarted(var version, var content, var author) ->
                entry.begin(MethodologyVersion.draft(version, content, author));
        }
        return entry;
    }
}
