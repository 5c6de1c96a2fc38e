package isms.control.statement;

import isms.control.Roles;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.control.statement.StatementEvent.StatementStarted;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People, plans and decisions of the tests of statements. */
final class SampleStatements {

    static final StatementType TYPE = new StatementType();

    static final Subject INES = new Subject("ines");
    static final Subject IVAN = new Subject("ivan");
    static final Actor TOM = new Actor(new Subject("tom"), Set.of(Roles.TOP_MANAGEMENT));

    static final UUID SCOPE_ID = UUID.fromString("0190b5a0-0000-7000-8000-000000000001");
    static final UUID PLAN = UUID.fromString("0190b5a0-0000-7000-8000-000000000002");
    static final UUID LAW = UUID.fromString("0190b5a0-0000-7000-8000-000000000003");
    static final UUID CONTEXT = UUID.fromString("0190b5a0-0000-7000-8000-000000000004");

    static final Scope SCOPE = new Scope(SCOPE_ID, "Customer portal", List.of());
    static final StatementStarted STARTED = started();

    private SampleStatements() {}

    private static StatementStarted started() {
        return (StatementStarted) new StartStatement(SCOPE, INES, List.of())
                .decide(new Statement.None())
                .getFirst();
    }

    static LineDecision included(String text) {
        return new LineDecision(
                true,
                List.of(new Justification(JustificationKind.BUSINESS, text, List.of())),
                null,
                ImplementationStatus.IMPLEMENTED,
                List.of("CTRL-1"),
                null);
    }

    static LineDecision excluded(String text) {
        return new LineDecision(false, List.of(), text, null, List.of(), null);
    }

    static DecidedLine line(String control, LineDecision decision) {
        return new DecidedLine(control, null, decision);
    }

    /** Annex A decided by ines, all of it included but one control. */
    static LinesDecided allDecided() {
        List<DecidedLine> lines = new ArrayList<>();
        for (String reference : Reference.annexA()) {
            lines.add(line(
                    reference,
                    reference.endsWith("A.7.4") ? excluded("No premises") : included("The portal needs it")));
        }
        Statement state = Statement.evolve(new Statement.None(), STARTED);
        return (LinesDecided) new DecideLines(lines, INES).decide(state).getFirst();
    }

    static PlanNeed planNeeds(String control) {
        return new PlanNeed(control, null, PLAN, "PLAN-7", "RISK-12", "A second factor");
    }
}
