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
import isms.control.framework.Frameworks;
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
 * applicability is in force. Drafts, evidence, mappings and frameworks stay inside: nobody acts on them.
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
        UUID id = fact.aggregate();
        return switch (fact.event()) {
            case ControlEvent.ControlImplemented implemented ->
                Optional.of(new ControlImplemented(
                        id, controls.key(fact.number()), references(implemented.requirements()), fact.effectiveAt()));
            case ControlEvent.ControlFoundIneffective found ->
                Optional.of(new ControlFoundIneffective(
                        id,
                        controls.key(fact.number()),
                        references(found.requirements()),
                        fact.effectiveAt(),
                        found.result().findings().isBlank()
                                ? "A test on " + found.result().on() + " failed"
                                : found.result().findings()));
            case ControlEvent.ControlDoubted(var doubt, var requirements) ->
                Optional.of(new ControlInDoubt(
                        id, controls.key(fact.number()), references(requirements), doubt.at(), doubt.what()));
            case ControlEvent.ControlReliedOn relied ->
                Optional.of(new ControlInPlaceForPlan(
                        relied.plan(),
                        id,
                        controls.key(fact.number()),
                        references(relied.requirements()),
                        fact.effectiveAt()));
            case StatementEvent.StatementApproved approved ->
                Optional.of(new StatementApproved(
                        id, statements.key(fact.number()), approved.scope().name(), approved.version(), fact.actor()));
            default -> Optional.empty();
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
