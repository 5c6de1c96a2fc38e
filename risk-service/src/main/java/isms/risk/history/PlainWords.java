package isms.risk.history;

import isms.risk.context.ContextEvent;
import isms.risk.criteria.Authority;
import isms.risk.library.LibraryEvent;
import isms.risk.methodology.Content;
import isms.risk.methodology.MethodologyEvent;
import isms.risk.portfolio.PortfolioEvent;
import isms.risk.quantification.ExpectedLoss;
import isms.risk.quantification.PlanQuantificationEvent;
import isms.risk.quantification.QuantificationEvent;
import isms.risk.risk.Analysis;
import isms.risk.risk.OpportunityDecision;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.RiskKind;
import isms.risk.round.Occasion;
import isms.risk.round.RoundEvent;
import isms.risk.treatment.PlanContent;
import isms.risk.treatment.TreatmentEvent;
import isms.risk.treatment.TreatmentOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts as an auditor reads them. Every new kind of fact needs its sentence here: the compiler demands it. */
public final class PlainWords {

    private PlainWords() {}

    /** What happened to a methodology. */
    public static String of(MethodologyEvent event) {
        return switch (event) {
            case MethodologyEvent.MethodologyDefined(var kind, var content, var author) ->
                "Defined as a %s methodology with the draft of version 1, \"%s\", by %s"
                        .formatted(kind.word(), content.title(), author);
            case MethodologyEvent.MethodologyDraftRevised(var version, var content, var author) ->
                "Draft of version %d revised by %s: %s".formatted(version, author, summary(content));
            case MethodologyEvent.MethodologySubmitted(var version) ->
                "Version %d submitted for approval".formatted(version);
            case MethodologyEvent.MethodologyReturned(var version, var why) ->
                "Version %d returned to its authors: %s".formatted(version, why);
            case MethodologyEvent.MethodologyApproved(var version, var kind, var title, var authors) ->
                "Version %d of the %s methodology \"%s\" approved with its risk acceptance criteria; written by %s"
                        .formatted(version, kind.word(), title, joined(authors));
            case MethodologyEvent.MethodologyPutInUse(var version, var title) ->
                "Version %d, \"%s\", put in use: assessments are made with it from now on".formatted(version, title);
            case MethodologyEvent.MethodologySuperseded(var version, var by) ->
                "Version %d superseded by version %d; assessments made with it keep it".formatted(version, by);
            case MethodologyEvent.MethodologyVersionStarted(var version, var content, var author) ->
                "Work on version %d begun by %s".formatted(version, author);
        };
    }

    /** What happened to a context. */
    public static String of(ContextEvent event) {
        return switch (event) {
            case ContextEvent.ContextDefined(var description) -> "Defined as \"%s\"".formatted(description.title());
            case ContextEvent.ContextDescribed(var description) ->
                "Described anew as \"%s\"".formatted(description.title());
            case ContextEvent.MethodologyChosen(var methodology) ->
                "Chose the methodology %s for its assessments".formatted(methodology);
            case ContextEvent.ContextRetired(var why) -> "Retired: %s".formatted(why);
        };
    }

    /** What happened to a risk. */
    public static String of(RiskEvent event) {
        return switch (event) {
            case RiskEvent.RiskRegistered(var kind, var description, var context, var owner) ->
                "Registered as %s \"%s\", owned by %s"
                        .formatted(
                                kind == RiskKind.THREAT ? "the threat" : "the opportunity", description.title(), owner);
            case RiskEvent.RiskDescribed(var description) -> "Described anew as \"%s\"".formatted(description.title());
            case RiskEvent.RiskHandedOver(var owner, var former) ->
                "Handed over from %s to %s".formatted(former, owner);
            case RiskEvent.RiskAssessed assessed -> of(assessed);
            case RiskEvent.RiskRetired(var why) -> "Retired: %s".formatted(why);
            case RiskEvent.ReassessmentOverdue(var day, var owner) ->
                "Reassessment overdue, recorded by the system: the risk, owned by %s, was to be assessed again by %s"
                        .formatted(owner, day);
            case RiskEvent.ReassessmentFlagged(var flag) -> "Flagged for reassessment: %s".formatted(flag.what());
            case RiskEvent.ReassessmentFlagDismissed(var flag, var what, var why) ->
                "Flag for reassessment dismissed (%s): %s".formatted(what, why);
            case RiskEvent.RiskStartedFromScenario(var scenario, var title) ->
                "Drawn up from the scenario %s, \"%s\"".formatted(scenario, title);
            case RiskEvent.OpportunityDecided(var decision, var evaluation, var why) ->
                "Opportunity %s: %s. Why: %s"
                        .formatted(
                                decision == OpportunityDecision.PURSUE ? "to be pursued" : "not to be pursued",
                                evaluation,
                                why);
            case RiskEvent.ResidualRiskAccepted accepted -> of(accepted);
            case RiskEvent.AcceptanceRevoked(var why) ->
                "Acceptance revoked, the risk is open again: %s".formatted(why);
            case RiskEvent.AcceptanceExpired expired ->
                "Acceptance expired, the risk is open again: %s".formatted(expired.because());
            case RiskEvent.AcceptanceBecameStale stale ->
                "Acceptance became stale, the risk is open again: %s".formatted(stale.because());
        };
    }

    /** What happened to a round of assessments. */
    public static String of(RoundEvent event) {
        return switch (event) {
            case RoundEvent.RoundOpened(var plan, var scope, var risks) ->
                "Opened as \"%s\" over %d risks, due on %s: %s"
                        .formatted(
                                plan.title(),
                                risks.size(),
                                plan.due(),
                                plan.occasion() == Occasion.SIGNIFICANT_CHANGE
                                        ? "after a significant change, " + plan.change()
                                        : "at the planned interval");
            case RoundEvent.RisksAdded(var risks, var why) -> "%d risks added: %s".formatted(risks.size(), why);
            case RoundEvent.RisksRemoved(var risks, var why) -> "%d risks removed: %s".formatted(risks.size(), why);
            case RoundEvent.RoundDueDateMoved(var from, var to, var why) ->
                "Due date moved from %s to %s: %s".formatted(from, to, why);
            case RoundEvent.RoundOverdue(var title, var due) -> "Overdue: it was to be closed by %s".formatted(due);
            case RoundEvent.RoundClosed closed -> of(closed);
            case RoundEvent.RoundWithdrawn(var why) -> "Withdrawn: %s".formatted(why);
        };
    }

    private static String of(RoundEvent.RoundClosed closed) {
        var words = new StringBuilder("Closed with a picture of its %d risks"
                .formatted(closed.picture().risks().size()));
        closed.leftOut()
                .forEach(group ->
                        words.append("; %d left out: %s".formatted(group.risks().size(), group.reason())));
        return closed.conclusion().isEmpty()
                ? words.toString()
                : words.append(". ").append(closed.conclusion()).toString();
    }

    /** What happened to a treatment plan. */
    public static String of(TreatmentEvent event) {
        return switch (event) {
            case TreatmentEvent.TreatmentPlanDrafted(var risk, var content, var author) ->
                "Drafted for the risk %s by %s: %s".formatted(risk, author, summary(content));
            case TreatmentEvent.TreatmentPlanRevised(var content, var author) ->
                "Draft revised by %s: %s".formatted(author, summary(content));
            case TreatmentEvent.TreatmentPlanSubmitted(var aim) ->
                "Submitted to the risk owner, aiming at the level %s".formatted(level(aim.analysis()));
            case TreatmentEvent.TreatmentPlanReturned(var why) -> "Returned to its authors: %s".formatted(why);
            case TreatmentEvent.TreatmentPlanApproved approved ->
                "Approved by the risk owner: to %s the risk, aiming at the level %s; written by %s"
                        .formatted(
                                approved.option().word(), level(approved.aim().analysis()), joined(approved.authors()));
            case TreatmentEvent.ActionProgressReported(var action, var percent, var remark) ->
                "Action %d reported at %d percent%s".formatted(action, percent, remark.isEmpty() ? "" : ": " + remark);
            case TreatmentEvent.NecessaryControlImplemented(var reference, var control, var name, var at) ->
                "The control %s is in place: %s, implemented at %s".formatted(reference, name, at);
            case TreatmentEvent.ActionTargetDateMoved(var action, var from, var to, var why) ->
                "Target date of action %d moved from %s to %s: %s".formatted(action, from, to, why);
            case TreatmentEvent.ActionShownDone(var action, var evidence) ->
                "Action %d shown done: %s".formatted(action, evidence);
            case TreatmentEvent.TreatmentPlanCompleted _ -> "Completed: all actions are shown done";
            case TreatmentEvent.TreatmentPlanWithdrawn withdrawn -> "Withdrawn: %s".formatted(withdrawn.reason());
            case TreatmentEvent.ActionReassigned(var action, var owner, var former, var why) ->
                "Action %d reassigned from %s to %s: %s".formatted(action, former, owner, why);
            case TreatmentEvent.ActionOverdue(var risk, var action, var title, var owner, var day) ->
                "Action %d overdue, recorded by the system: \"%s\" was to be done by %s until %s, and it is not shown done"
                        .formatted(action, title, owner, day);
        };
    }

    /** What happened to an entry of the organization's library. */
    public static String of(LibraryEvent event) {
        return switch (event) {
            case LibraryEvent.EntryDrafted(var kind, var content) ->
                "Drafted as the %s \"%s\"".formatted(kind.word(), content.title());
            case LibraryEvent.EntryAdopted(var origin, var kind, var content) ->
                "Adopted as the %s \"%s\" from %s of a starting set, in use"
                        .formatted(kind.word(), content.title(), origin);
            case LibraryEvent.EntryRevised(var content) -> "Revised: \"%s\"".formatted(content.title());
            case LibraryEvent.EntryPutInUse _ -> "Put in use: risks can start from it";
            case LibraryEvent.EntryRetired(var why) -> "Retired: %s".formatted(why);
        };
    }

    /** What happened to the estimate of a risk in money. */
    public static String of(QuantificationEvent event) {
        return switch (event) {
            case QuantificationEvent.RiskQuantified quantified -> {
                var words = new StringBuilder(
                        "Estimated at %s a year".formatted(money(quantified.expected(), quantified.currency())));
                var treated = quantified.expectedTreated();
                if (treated != null) {
                    words.append(", with the treatment at %s".formatted(money(treated, quantified.currency())));
                }
                yield words.append("; ")
                        .append(quantified.inWords())
                        .append(": ")
                        .append(quantified.rationale())
                        .toString();
            }
        };
    }

    /** What happened to the estimate of a treatment plan in money. */
    public static String of(PlanQuantificationEvent event) {
        return switch (event) {
            case PlanQuantificationEvent.PlanQuantified quantified ->
                "Estimated to cost %s %s in %d years; %s: %s"
                        .formatted(
                                quantified.currency(),
                                quantified.expectedCost().toPlainString(),
                                quantified.years(),
                                quantified.inWords(),
                                quantified.rationale());
        };
    }

    /** What happened to the portfolio of quantified risks. */
    public static String of(PortfolioEvent event) {
        return switch (event) {
            case PortfolioEvent.CurrencyChosen chosen ->
                chosen.former() == null
                        ? "Counts in %s: %s".formatted(chosen.currency(), chosen.reason())
                        : "Counts in %s instead of %s; what was estimated in that is left out until it is estimated anew: %s"
                                .formatted(chosen.currency(), chosen.former(), chosen.reason());
        };
    }

    private static String money(ExpectedLoss expected, String currency) {
        String amount = currency + " " + expected.amount().toPlainString();
        return expected.band() == null
                ? amount
                : "%s (%s, %s the acceptance criteria)"
                        .formatted(
                                amount,
                                expected.band(),
                                Boolean.TRUE.equals(expected.aboveCriteria()) ? "above" : "within");
    }

    private static String of(RiskEvent.RiskAssessed assessed) {
        var words = new StringBuilder("Assessed with version %d of the methodology %s: current level %s, %s"
                .formatted(
                        assessed.applied().version(),
                        assessed.applied().methodology(),
                        level(assessed.current()),
                        assessed.priority().aboveCriteria()
                                ? "above the acceptance criteria"
                                : "not above the acceptance criteria"));
        append(words, "inherent", assessed.inherent());
        append(words, "target", assessed.target());
        append(words, "residual", assessed.residual());
        return words.toString();
    }

    private static String of(RiskEvent.ResidualRiskAccepted accepted) {
        return "Residual level %s, %s of version %d of the methodology %s, accepted %s%s%s"
                .formatted(
                        level(accepted.residual()),
                        accepted.residual().aboveCriteria()
                                ? "above the acceptance criteria"
                                : "within the acceptance criteria",
                        accepted.applied().version(),
                        accepted.applied().methodology(),
                        accepted.authority() == Authority.TOP_MANAGEMENT ? "by top management" : "by the risk owner",
                        accepted.until() == null ? "" : " until " + accepted.until(),
                        accepted.justification() == null ? "" : ": " + accepted.justification());
    }

    private static void append(StringBuilder words, String stage, @Nullable Analysis analysis) {
        if (analysis != null) {
            words.append("; ").append(stage).append(' ').append(level(analysis));
        }
    }

    private static String level(Analysis analysis) {
        var level = analysis.level();
        return "%s (%s; likelihood %d, impact %d)"
                .formatted(level.band(), level.score().toPlainString(), level.likelihood(), level.impact());
    }

    private static String summary(Content content) {
        var criteria = content.criteria();
        return "\"%s\", %d impact dimensions, %d bands"
                .formatted(
                        content.title(),
                        criteria.dimensions().size(),
                        criteria.bands().size());
    }

    private static String summary(PlanContent content) {
        TreatmentOption option = content.option();
        return "\"%s\", %s, %d actions"
                .formatted(
                        content.title(),
                        option == null ? "no option chosen yet" : "to " + option.word() + " it",
                        content.actions().size());
    }

    private static String joined(Set<?> subjects) {
        return String.join(", ", subjects.stream().map(Object::toString).toList());
    }
}
