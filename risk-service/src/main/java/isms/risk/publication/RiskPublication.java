package isms.risk.publication;

import static java.util.Objects.requireNonNull;

import isms.contracts.EventType;
import isms.contracts.risk.v1.AcceptanceEnded;
import isms.contracts.risk.v1.AssessmentRoundClosed;
import isms.contracts.risk.v1.AssessmentRoundOpened;
import isms.contracts.risk.v1.AssessmentRoundOverdue;
import isms.contracts.risk.v1.AssessmentRoundWithdrawn;
import isms.contracts.risk.v1.ContextDefined;
import isms.contracts.risk.v1.ContextDescribed;
import isms.contracts.risk.v1.ContextMethodologyChosen;
import isms.contracts.risk.v1.ContextRetired;
import isms.contracts.risk.v1.ExpectedLoss;
import isms.contracts.risk.v1.MethodologyApproved;
import isms.contracts.risk.v1.MethodologyPutInUse;
import isms.contracts.risk.v1.MethodologySuperseded;
import isms.contracts.risk.v1.Rating;
import isms.contracts.risk.v1.ReassessmentFlagDismissed;
import isms.contracts.risk.v1.ReassessmentFlagged;
import isms.contracts.risk.v1.ReassessmentOverdue;
import isms.contracts.risk.v1.ResidualRiskAccepted;
import isms.contracts.risk.v1.RiskAssessed;
import isms.contracts.risk.v1.RiskDescribed;
import isms.contracts.risk.v1.RiskFact;
import isms.contracts.risk.v1.RiskHandedOver;
import isms.contracts.risk.v1.RiskQuantified;
import isms.contracts.risk.v1.RiskRegistered;
import isms.contracts.risk.v1.RiskRetired;
import isms.contracts.risk.v1.Scenario;
import isms.contracts.risk.v1.TreatmentActionOverdue;
import isms.contracts.risk.v1.TreatmentControl;
import isms.contracts.risk.v1.TreatmentPlanApproved;
import isms.contracts.risk.v1.TreatmentPlanCompleted;
import isms.contracts.risk.v1.TreatmentPlanWithdrawn;
import isms.platform.decider.Recorded;
import isms.platform.messaging.Publication;
import isms.platform.messaging.Published;
import isms.platform.people.Subject;
import isms.risk.context.ContextEvent;
import isms.risk.context.ContextType;
import isms.risk.library.LibraryEvent;
import isms.risk.methodology.MethodologyEvent;
import isms.risk.methodology.MethodologyType;
import isms.risk.portfolio.PortfolioEvent;
import isms.risk.quantification.PlanQuantificationEvent;
import isms.risk.quantification.QuantificationEvent;
import isms.risk.risk.Analysis;
import isms.risk.risk.Property;
import isms.risk.risk.RiskDescription;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.RiskType;
import isms.risk.round.AssessmentRoundType;
import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.round.RoundEvent;
import isms.risk.treatment.TreatmentEvent;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into what others may know. Drafts of methodologies and of treatment plans, the rationale of ratings and
 * estimates and the justification of acceptances stay inside: the first are nobody's business until someone answers for them, the
 * others may name weaknesses. So do the organization's library, where a risk started from, and what was decided on an
 * opportunity: nobody acts on them.
 */
@Singleton
public class RiskPublication implements Publication {

    private final MethodologyType methodologies;
    private final ContextType contexts;
    private final RiskType risks;
    private final TreatmentPlanType plans;
    private final AssessmentRoundType rounds;

    RiskPublication(
            MethodologyType methodologies,
            ContextType contexts,
            RiskType risks,
            TreatmentPlanType plans,
            AssessmentRoundType rounds) {
        this.methodologies = methodologies;
        this.contexts = contexts;
        this.risks = risks;
        this.plans = plans;
        this.rounds = rounds;
    }

    @Override
    public Optional<Published> publish(Recorded<?> fact) {
        return outside(fact)
                .map(known -> new Published(
                        known.getClass().getAnnotation(EventType.class).value(), known));
    }

    Optional<RiskFact> outside(Recorded<?> fact) {
        return switch (fact.event()) {
            case MethodologyEvent event -> of(event, fact, methodologies.key(fact.number()));
            case ContextEvent event -> Optional.of(of(event, fact.aggregate(), contexts.key(fact.number())));
            case RiskEvent event -> of(event, fact, risks.key(fact.number()));
            case TreatmentEvent event -> of(event, fact, plans.key(fact.number()));
            case RoundEvent event -> of(event, fact.aggregate(), rounds.key(fact.number()));
            case LibraryEvent inside -> Optional.empty();
            case QuantificationEvent event -> Optional.of(of(event, fact.aggregate()));
            // what a plan costs, and in what the portfolio counts, is nobody else's business
            case PlanQuantificationEvent inside -> Optional.empty();
            case PortfolioEvent inside -> Optional.empty();
            default -> throw new IllegalArgumentException("no fact of this service: " + fact.event());
        };
    }

    private static Optional<RiskFact> of(MethodologyEvent event, Recorded<?> fact, String key) {
        UUID id = fact.aggregate();
        return switch (event) {
            case MethodologyEvent.MethodologyDefined inside -> Optional.empty();
            case MethodologyEvent.MethodologyDraftRevised inside -> Optional.empty();
            case MethodologyEvent.MethodologySubmitted inside -> Optional.empty();
            case MethodologyEvent.MethodologyReturned inside -> Optional.empty();
            case MethodologyEvent.MethodologyVersionStarted inside -> Optional.empty();
            case MethodologyEvent.MethodologyApproved(var version, var kind, var title, var authors) ->
                Optional.of(new MethodologyApproved(
                        id,
                        key,
                        version,
                        title,
                        kind.word(),
                        authors.stream().map(Subject::id).toList(),
                        fact.actor()));
            case MethodologyEvent.MethodologyPutInUse(var version, var title) ->
                Optional.of(new MethodologyPutInUse(id, key, version, title));
            case MethodologyEvent.MethodologySuperseded(var version, var by) ->
                Optional.of(new MethodologySuperseded(id, key, version, by));
        };
    }

    private static RiskFact of(ContextEvent event, UUID id, String key) {
        return switch (event) {
            case ContextEvent.ContextDefined(var description) ->
                new ContextDefined(id, key, description.title(), description.description());
            case ContextEvent.ContextDescribed(var description) ->
                new ContextDescribed(id, key, description.title(), description.description());
            case ContextEvent.MethodologyChosen(var methodology) -> new ContextMethodologyChosen(id, key, methodology);
            case ContextEvent.ContextRetired(var reason) -> new ContextRetired(id, key, reason);
        };
    }

    private static Optional<RiskFact> of(RiskEvent event, Recorded<?> fact, String key) {
        UUID id = fact.aggregate();
        return switch (event) {
            case RiskEvent.RiskRegistered(var kind, var said, var context, var owner) ->
                Optional.of(new RiskRegistered(
                        id,
                        key,
                        kind.word(),
                        said.title(),
                        scenario(said),
                        said.affects().stream().map(Property::word).toList(),
                        said.assets(),
                        said.processes(),
                        context,
                        said.category(),
                        said.unit(),
                        said.controls(),
                        said.controlObjectives(),
                        owner.id()));
            case RiskEvent.RiskDescribed(var said) ->
                Optional.of(new RiskDescribed(
                        id,
                        key,
                        said.title(),
                        scenario(said),
                        said.affects().stream().map(Property::word).toList(),
                        said.assets(),
                        said.processes(),
                        said.category(),
                        said.unit(),
                        said.controls(),
                        said.controlObjectives()));
            case RiskEvent.RiskHandedOver(var owner, var former) ->
                Optional.of(new RiskHandedOver(id, key, former.id(), owner.id()));
            case RiskEvent.RiskAssessed assessed ->
                Optional.of(new RiskAssessed(
                        id,
                        key,
                        assessed.applied().context(),
                        assessed.applied().methodology(),
                        assessed.applied().version(),
                        ratingIfAny(assessed.inherent()),
                        rating(assessed.current()),
                        ratingIfAny(assessed.residual()),
                        ratingIfAny(assessed.target()),
                        assessed.reassessWithin().toString()));
            case RiskEvent.RiskRetired(var reason) -> Optional.of(new RiskRetired(id, key, reason));
            case RiskEvent.ReassessmentOverdue(var day, var owner) ->
                Optional.of(new ReassessmentOverdue(id, key, day.toString(), owner.id()));
            case RiskEvent.ReassessmentFlagged(var flag) ->
                Optional.of(new ReassessmentFlagged(
                        id, key, flag.source(), flag.cause().word(), flag.what(), flag.about(), flag.at()));
            case RiskEvent.ReassessmentFlagDismissed(var flag, var what, var reason) ->
                Optional.of(new ReassessmentFlagDismissed(id, key, flag, reason));
            case RiskEvent.RiskStartedFromScenario inside -> Optional.empty();
            case RiskEvent.OpportunityDecided inside -> Optional.empty();
            case RiskEvent.ResidualRiskAccepted accepted ->
                Optional.of(new ResidualRiskAccepted(
                        id,
                        key,
                        accepted.applied().context(),
                        accepted.applied().methodology(),
                        accepted.applied().version(),
                        rating(accepted.residual()),
                        accepted.authority().word(),
                        fact.actor(),
                        accepted.until() == null ? null : accepted.until().toString()));
            case RiskEvent.AcceptanceRevoked(var reason) ->
                Optional.of(new AcceptanceEnded(id, key, "revoked", reason));
            case RiskEvent.AcceptanceExpired expired ->
                Optional.of(new AcceptanceEnded(id, key, "expired", expired.because()));
            case RiskEvent.AcceptanceBecameStale stale ->
                Optional.of(new AcceptanceEnded(id, key, "stale", stale.because()));
        };
    }

    private static Optional<RiskFact> of(RoundEvent event, UUID id, String key) {
        return switch (event) {
            case RoundEvent.RoundOpened(var plan, var scope, var risks) ->
                Optional.of(new AssessmentRoundOpened(
                        id,
                        key,
                        plan.title(),
                        requireNonNull(plan.occasion()).word(),
                        plan.change(),
                        requireNonNull(plan.due()),
                        risks.size()));
            case RoundEvent.RisksAdded inside -> Optional.empty();
            case RoundEvent.RisksRemoved inside -> Optional.empty();
            case RoundEvent.RoundDueDateMoved inside -> Optional.empty();
            case RoundEvent.RoundOverdue(var title, var due) ->
                Optional.of(new AssessmentRoundOverdue(id, key, title, due));
            case RoundEvent.RoundClosed closed -> Optional.of(of(closed, id, key));
            case RoundEvent.RoundWithdrawn(var reason) -> Optional.of(new AssessmentRoundWithdrawn(id, key, reason));
        };
    }

    private static AssessmentRoundClosed of(RoundEvent.RoundClosed closed, UUID id, String key) {
        var risks = closed.picture().risks();
        return new AssessmentRoundClosed(
                id,
                key,
                closed.title(),
                risks.size(),
                (int) risks.stream()
                        .filter(risk -> risk.outcome() == Outcome.ASSESSED)
                        .count(),
                (int) risks.stream()
                        .filter(risk -> risk.outcome() == Outcome.LEFT_OUT)
                        .count(),
                (int) risks.stream()
                        .filter(risk -> risk.outcome() == Outcome.RETIRED)
                        .count(),
                (int) risks.stream()
                        .filter(risk -> risk.outcome() != Outcome.RETIRED)
                        .filter(risk -> risk.current() != null && risk.current().above())
                        .count());
    }

    private static Optional<RiskFact> of(TreatmentEvent event, Recorded<?> fact, String key) {
        UUID id = fact.aggregate();
        return switch (event) {
            case TreatmentEvent.TreatmentPlanDrafted inside -> Optional.empty();
            case TreatmentEvent.TreatmentPlanRevised inside -> Optional.empty();
            case TreatmentEvent.TreatmentPlanSubmitted inside -> Optional.empty();
            case TreatmentEvent.TreatmentPlanReturned inside -> Optional.empty();
            case TreatmentEvent.ActionProgressReported inside -> Optional.empty();
            case TreatmentEvent.NecessaryControlImplemented inside -> Optional.empty();
            case TreatmentEvent.ActionTargetDateMoved inside -> Optional.empty();
            case TreatmentEvent.ActionShownDone inside -> Optional.empty();
            case TreatmentEvent.TreatmentPlanApproved(
                    var risk,
                    var title,
                    var option,
                    var controls,
                    var aim,
                    var authors) ->
                Optional.of(new TreatmentPlanApproved(
                        id,
                        key,
                        risk,
                        title,
                        option.word(),
                        controls.stream()
                                .map(control -> new TreatmentControl(control.reference(), control.source()))
                                .toList(),
                        rating(aim.analysis()),
                        aim.applied().methodology(),
                        aim.applied().version(),
                        authors.stream().map(Subject::id).toList(),
                        fact.actor(),
                        aim.applied().context()));
            case TreatmentEvent.TreatmentPlanCompleted(var risk) ->
                Optional.of(new TreatmentPlanCompleted(id, key, risk));
            case TreatmentEvent.TreatmentPlanWithdrawn(var risk, var reason) ->
                Optional.of(new TreatmentPlanWithdrawn(id, key, risk, reason));
            case TreatmentEvent.ActionReassigned inside -> Optional.empty();
            case TreatmentEvent.ActionOverdue(var risk, var action, var title, var owner, var day) ->
                Optional.of(new TreatmentActionOverdue(id, key, risk, action, title, owner.id(), day.toString()));
        };
    }

    private static RiskFact of(QuantificationEvent event, UUID risk) {
        return switch (event) {
            case QuantificationEvent.RiskQuantified quantified -> {
                var applied = quantified.applied();
                yield new RiskQuantified(
                        risk,
                        quantified.context(),
                        quantified.currency(),
                        expected(quantified.expected()),
                        quantified.expectedTreated() == null ? null : expected(quantified.expectedTreated()),
                        applied == null ? null : applied.methodology(),
                        applied == null ? null : applied.version());
            }
        };
    }

    private static ExpectedLoss expected(isms.risk.quantification.ExpectedLoss expected) {
        return new ExpectedLoss(expected.amount(), expected.band(), expected.bandRank(), expected.aboveCriteria());
    }

    private static Scenario scenario(RiskDescription said) {
        var scenario = said.scenario();
        return new Scenario(scenario.source(), scenario.event(), scenario.vulnerability(), scenario.consequence());
    }

    private static @Nullable Rating ratingIfAny(@Nullable Analysis analysis) {
        return analysis == null ? null : rating(analysis);
    }

    private static Rating rating(Analysis analysis) {
        var level = analysis.level();
        return new Rating(
                level.likelihood(),
                level.impact(),
                level.businessImpact(),
                level.regulatoryImpact(),
                level.score(),
                level.band(),
                level.bandRank(),
                analysis.aboveCriteria());
    }
}
