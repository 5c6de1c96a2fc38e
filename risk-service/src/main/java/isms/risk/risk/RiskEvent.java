package isms.risk.risk;

import isms.platform.decider.Fact;
import isms.platform.people.Subject;
import isms.risk.criteria.Authority;
import isms.risk.criteria.LevelOfRisk;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a risk. Who decided it and when is in the envelope. */
public sealed interface RiskEvent {

    /** A risk was identified and has an owner. */
    @Fact(
            type = "risk-registered",
            clauses = {"6.1.2 c", "6.1.1"})
    record RiskRegistered(RiskKind kind, RiskDescription description, UUID context, Subject owner)
            implements RiskEvent {}

    /** The risk is described in other words from now on. */
    @Fact(type = "risk-described", clauses = "6.1.2 c")
    record RiskDescribed(RiskDescription description) implements RiskEvent {}

    /** Someone else is accountable for the risk from now on. */
    @Fact(type = "risk-handed-over", clauses = "6.1.2 c")
    record RiskHandedOver(Subject owner, Subject formerOwner) implements RiskEvent {}

    /**
     * The risk was analysed and evaluated.
     *
     * @param applied by which criteria; the assessment keeps them whatever is approved later
     * @param current with the controls of today: what is evaluated
     * @param priority from what its place among the other risks derives
     * @param reassessWithin the planned interval of the criteria applied
     */
    @Fact(
            type = "risk-assessed",
            clauses = {"6.1.2 d", "6.1.2 e", "8.2"})
    record RiskAssessed(
            Applied applied,
            @Nullable Analysis inherent,
            Analysis current,
            @Nullable Analysis target,
            @Nullable Analysis residual,
            List<ExistingControl> existingControls,
            TreatmentPriority priority,
            Period reassessWithin)
            implements RiskEvent {

        public RiskAssessed {
            existingControls = List.copyOf(existingControls);
        }
    }

    /** Nothing is left of the risk that needs attention; its history stays. */
    @Fact(
            type = "risk-retired",
            clauses = {"6.1.2 c", "8.2"})
    record RiskRetired(String reason) implements RiskEvent {}

    /**
     * The risk has not been assessed again within the planned interval. Recorded by the system, once after each assessment.
     *
     * @param reassessBy the day that has passed
     * @param owner who was to see to it
     */
    @Fact(
            type = "risk-reassessment-overdue",
            clauses = {"6.1.2 a", "8.2"})
    record ReassessmentOverdue(LocalDate reassessBy, Subject owner) implements RiskEvent {}

    /** What happened elsewhere asks for the risk to be assessed again. An assessment answers all such flags. */
    @Fact(type = "risk-reassessment-flagged", clauses = "8.2")
    record ReassessmentFlagged(ReassessmentFlag flag) implements RiskEvent {}

    /**
     * A flag needs no assessment.
     *
     * @param flag identity of the flag
     * @param what what it said
     */
    @Fact(type = "risk-reassessment-flag-dismissed", clauses = "8.2")
    record ReassessmentFlagDismissed(UUID flag, String what, String reason) implements RiskEvent {}
    /**
     * The risk was drawn up from a scenario; what becomes of the scenario later leaves the risk as it is (RSK-17).
     *
     * @param scenario its id in a starting set, or its identity in the organization's library
     * @param title its title then
     */
    @Fact(type = "risk-started-from-scenario", clauses = "6.1.2 c")
    record RiskStartedFromScenario(String scenario, String title) implements RiskEvent {}

    /**
     * An opportunity was weighed, and whether it is pursued was decided.
     *
     * @param evaluation what would be gained, how likely and at what price, in words
     */
    @Fact(type = "opportunity-decided", clauses = "6.1.1")
    record OpportunityDecided(OpportunityDecision decision, String evaluation, String reason) implements RiskEvent {}

    /**
     * Somebody entitled takes what remains of the risk after treatment as it is. The fact freezes what was accepted.
     *
     * @param assessment which of the risk's assessments it rests on, from 1
     * @param applied by which criteria that assessment was made
     * @param residual the rating that was accepted, and what it amounts to
     * @param authority in which capacity it was accepted
     * @param justification why; null only within the criteria
     * @param until the last day on which it holds (UTC); null only within the criteria, for as long as the level stays
     */
    @Fact(
            type = "residual-risk-accepted",
            clauses = {"6.1.3 f", "8.3"})
    record ResidualRiskAccepted(
            int assessment,
            Applied applied,
            Analysis residual,
            Authority authority,
            @Nullable String justification,
            @Nullable LocalDate until)
            implements RiskEvent {}

    /** The acceptance was taken back; the risk is open again. */
    @Fact(
            type = "risk-acceptance-revoked",
            clauses = {"6.1.3 f", "8.3"})
    record AcceptanceRevoked(String reason) implements RiskEvent {}

    /** The last day of the acceptance has passed; the risk is open again. */
    @Fact(
            type = "risk-acceptance-expired",
            clauses = {"6.1.3 f", "8.3"})
    record AcceptanceExpired(LocalDate until) implements RiskEvent {

        /** Why the acceptance ended, as a sentence. */
        public String because() {
            return "It held until " + until + ".";
        }
    }

    /**
     * An assessment changed the residual level, and what was accepted is no longer what there is; the risk is open again.
     *
     * @param acceptedUnder by which criteria the accepted level was rated
     * @param accepted the level that was accepted
     * @param assessedUnder by which criteria the risk is assessed now
     * @param residual the residual level now; null where it is not rated any more
     */
    @Fact(
            type = "risk-acceptance-became-stale",
            clauses = {"6.1.3 f", "8.2"})
    record AcceptanceBecameStale(
            Applied acceptedUnder,
            LevelOfRisk accepted,
            Applied assessedUnder,
            @Nullable LevelOfRisk residual) implements RiskEvent {

        /** Why the acceptance ended, as a sentence. */
        public String because() {
            if (residual == null) {
                return "The risk was assessed anew, without a residual level.";
            }
            if (!assessedUnder.methodology().equals(acceptedUnder.methodology())) {
                return "The risk was assessed anew by another methodology; levels of two methodologies are not compared.";
            }
            if (assessedUnder.version() != acceptedUnder.version()) {
                return "The risk was assessed anew by version %d of the methodology, accepted was a level of version %d; levels of two versions are not compared."
                        .formatted(assessedUnder.version(), acceptedUnder.version());
            }
            return "The residual level is %s (%s) now; accepted was %s (%s)."
                    .formatted(
                            residual.band(),
                            residual.score().toPlainString(),
                            accepted.band(),
                            accepted.score().toPlainString());
        }
    }
}
