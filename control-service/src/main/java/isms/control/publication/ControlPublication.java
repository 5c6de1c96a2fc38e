package isms.control.publication;

import isms.contracts.EventType;
import isms.contracts.control.v1.ControlFact;
import isms.contracts.control.v1.ControlFoundIneffective;
import isms.contracts.control.v1.ControlImplemented;
import isms.contracts.control.v1.ControlInDoubt;
import isms.contracts.control.v1.ControlInPlaceForPlan;
import isms.contracts.control.v1.StatementApproved;
import isms.control.control.ControlEvent;
import isms.control.control.ControlType;
import isms.control.evidence.EvidenceEvent;
import isms.control.framework.Frameworks;
import isms.control.framework.OwnFrameworkEvent;
import isms.control.mapping.MappingEvent;
import isms.control.need.NeedEvent;
import isms.control.statement.StatementEvent;
import isms.control.statement.StatementType;
import isms.platform.decider.Recorded;
import isms.platform.messaging.Publication;
import isms.platform.messaging.Published;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Turns facts into what others may know: that a control is in place, is found ineffective or is in doubt, and that a statement of
 * applicability is in force. Drafts, needs, evidence, mappings and frameworks stay inside: nobody acts on them.
 */
@Singleton
public class ControlPublication implements Publication {

    private static final String ANNEX_A = Frameworks.ANNEX_A + ":";

    private final ControlType controls;
    private final StatementType statements;

    ControlPublication(ControlType controls, StatementType statements) {
        this.controls = controls;
        this.statements = statements;
    }

    @Override
    public Optional<Published> publish(Recorded<?> fact) {
        return outside(fact)
                .map(known -> new Published(
                        known.getClass().getAnnotation(EventType.class).value(), known));
    }

    Optional<ControlFact> outside(Recorded<?> fact) {
        return switch (fact.event()) {
            case ControlEvent event -> of(event, fact, controls.key(fact.number()));
            case StatementEvent event -> of(event, fact, statements.key(fact.number()));
            case NeedEvent inside -> Optional.empty();
            case EvidenceEvent inside -> Optional.empty();
            case MappingEvent inside -> Optional.empty();
            case OwnFrameworkEvent inside -> Optional.empty();
            default -> throw new IllegalArgumentException("no fact of this service: " + fact.event());
        };
    }

    private static Optional<ControlFact> of(ControlEvent event, Recorded<?> fact, String key) {
        UUID id = fact.aggregate();
        return switch (event) {
            case ControlEvent.ControlImplemented implemented ->
                Optional.of(
                        new ControlImplemented(id, key, references(implemented.requirements()), fact.effectiveAt()));
            case ControlEvent.ControlFoundIneffective found ->
                Optional.of(new ControlFoundIneffective(
                        id,
                        key,
                        references(found.requirements()),
                        fact.effectiveAt(),
                        found.result().findings().isBlank()
                                ? "A test on " + found.result().on() + " failed"
                                : found.result().findings()));
            case ControlEvent.ControlDoubted(var doubt, var requirements) ->
                Optional.of(new ControlInDoubt(id, key, references(requirements), doubt.at(), doubt.what()));
            case ControlEvent.ControlReliedOn relied ->
                Optional.of(new ControlInPlaceForPlan(
                        relied.plan(), id, key, references(relied.requirements()), fact.effectiveAt()));
            case ControlEvent.ControlDefined inside -> Optional.empty();
            case ControlEvent.ControlDescribed inside -> Optional.empty();
            case ControlEvent.ControlHandedOver inside -> Optional.empty();
            case ControlEvent.RequirementsLinked inside -> Optional.empty();
            case ControlEvent.RequirementsUnlinked inside -> Optional.empty();
            case ControlEvent.ImplementationDueDateSet inside -> Optional.empty();
            case ControlEvent.ImplementationStarted inside -> Optional.empty();
            case ControlEvent.ControlPutIntoOperation inside -> Optional.empty();
            case ControlEvent.ImplementationReopened inside -> Optional.empty();
            case ControlEvent.ImplementationOverdue inside -> Optional.empty();
            case ControlEvent.ControlRetired inside -> Optional.empty();
            case ControlEvent.DependencyAdded inside -> Optional.empty();
            case ControlEvent.DependencyRemoved inside -> Optional.empty();
            case ControlEvent.PlannedChangeLinked inside -> Optional.empty();
            case ControlEvent.PlannedChangeUnlinked inside -> Optional.empty();
            case ControlEvent.TestDefined inside -> Optional.empty();
            case ControlEvent.ControlFoundEffective inside -> Optional.empty();
            case ControlEvent.ControlFoundPartiallyEffective inside -> Optional.empty();
            case ControlEvent.TestOutOfDate inside -> Optional.empty();
            case ControlEvent.ControlConsolidated inside -> Optional.empty();
            case ControlEvent.ControlMerged inside -> Optional.empty();
        };
    }

    private static Optional<ControlFact> of(StatementEvent event, Recorded<?> fact, String key) {
        return switch (event) {
            case StatementEvent.StatementApproved approved ->
                Optional.of(new StatementApproved(
                        fact.aggregate(), key, approved.scope().name(), approved.version(), fact.actor()));
            case StatementEvent.StatementStarted inside -> Optional.empty();
            case StatementEvent.LinesDecided inside -> Optional.empty();
            case StatementEvent.ControlNeeded inside -> Optional.empty();
            case StatementEvent.ControlNeedEnded inside -> Optional.empty();
            case StatementEvent.LegalNeedStated inside -> Optional.empty();
            case StatementEvent.LegalNeedWithdrawn inside -> Optional.empty();
            case StatementEvent.StatementSubmitted inside -> Optional.empty();
            case StatementEvent.StatementReturned inside -> Optional.empty();
            case StatementEvent.StatementSuperseded inside -> Optional.empty();
            case StatementEvent.StatementVersionStarted inside -> Optional.empty();
            case StatementEvent.ApprovalDelegated inside -> Optional.empty();
            case StatementEvent.StatementMigrated inside -> Optional.empty();
            case StatementEvent.MigrationUndone inside -> Optional.empty();
        };
    }

    /** As registers and plans write them: controls of Annex A by their bare identifier, too. */
    private static List<String> references(List<String> requirements) {
        return requirements.stream()
                .flatMap(requirement -> requirement.startsWith(ANNEX_A)
                        ? Stream.of(requirement.substring(ANNEX_A.length()), requirement)
                        : Stream.of(requirement))
                .toList();
    }
}
