package isms.risk.risk;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.risk.RiskEvent.AcceptanceBecameStale;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import isms.risk.risk.RiskEvent.AcceptanceRevoked;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The risk as the platform sees it. */
@Singleton
public class RiskType extends AggregateType<Risk, RiskEvent, RiskRegisterEntry> {

    public RiskType() {
        super("risk", "RISK", RiskEvent.class);
    }

    @Override
    public Risk initial() {
        return new Risk.None();
    }

    @Override
    public Risk evolve(Risk state, RiskEvent event) {
        return Risk.evolve(state, event);
    }

    @Override
    public RiskRegisterEntry represent(@Nullable RiskRegisterEntry before, Recorded<RiskEvent> fact) {
        var entry = before == null ? new RiskRegisterEntry() : (RiskRegisterEntry) before.clone();
        switch (fact.event()) {
            case RiskRegistered(var kind, var description, var context, var owner) -> {
                entry.status = "registered";
                entry.kind = kind.word();
                entry.contextId = context;
                entry.owner = owner.id();
                entry.describe(description);
            }
            case RiskDescribed(var description) -> entry.describe(description);
            case RiskHandedOver handedOver -> entry.owner = handedOver.owner().id();
            case RiskAssessed assessed -> entry.assess(assessed, fact.actor(), fact.effectiveAt());
            case ReassessmentOverdue _ -> entry.reassessmentOverdueAt = fact.effectiveAt();
            case RiskRetired(var reason) -> {
                entry.retire(reason);
                entry.flag(List.of());
            }
            case ReassessmentFlagged(var flag) -> entry.raise(RaisedFlag.of(flag, fact.effectiveAt()));
            case ReassessmentFlagDismissed dismissed -> entry.dismiss(dismissed.flag());
            case RiskStartedFromScenario(var scenario, var title) -> {
                entry.fromScenario = scenario;
                entry.fromScenarioTitle = title;
            }
            case OpportunityDecided decided -> entry.decide(decided, fact.actor(), fact.effectiveAt());
            case ResidualRiskAccepted accepted -> entry.accept(accepted, fact.actor(), fact.effectiveAt());
            case AcceptanceRevoked(var reason) -> entry.end("revoked", reason, fact.actor(), fact.effectiveAt());
            case AcceptanceExpired expired -> entry.end("expired", expired.because(), fact.actor(), fact.effectiveAt());
            case AcceptanceBecameStale stale -> entry.end("stale", stale.because(), fact.actor(), fact.effectiveAt());
        }
        return entry;
    }
}
