package isms.control.statement;

import static isms.control.statement.SampleStatements.CONTEXT;
import static isms.control.statement.SampleStatements.INES;
import static isms.control.statement.SampleStatements.IVAN;
import static isms.control.statement.SampleStatements.LAW;
import static isms.control.statement.SampleStatements.PLAN;
import static isms.control.statement.SampleStatements.SCOPE_ID;
import static isms.control.statement.SampleStatements.excluded;
import static isms.control.statement.SampleStatements.included;

import isms.control.statement.StatementEvent.ApprovalDelegated;
import isms.control.statement.StatementEvent.ControlNeedEnded;
import isms.control.statement.StatementEvent.ControlNeeded;
import isms.control.statement.StatementEvent.LegalNeedStated;
import isms.control.statement.StatementEvent.LegalNeedWithdrawn;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.control.statement.StatementEvent.MigrationUndone;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementMigrated;
import isms.control.statement.StatementEvent.StatementReturned;
import isms.control.statement.StatementEvent.StatementStarted;
import isms.control.statement.StatementEvent.StatementSubmitted;
import isms.control.statement.StatementEvent.StatementSuperseded;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import java.util.List;
import java.util.Set;

/** One of each. */
public final class SampleStatementFacts {

    private static final String FACTOR = "iso-27001-2022:A.8.5";
    private static final Tally TALLY = new Tally(94, 12, 93, 11, 10, 1, 0);
    private static final Scope SCOPE = new Scope(SCOPE_ID, "Customer portal", List.of(CONTEXT));
    private static final Need BY_PLAN = new Need(NeedKind.PLAN, PLAN, "PLAN-7", "RISK-12", "A second factor");
    private static final Need BY_LAW = new Need(NeedKind.LEGAL, LAW, null, null, "GDPR, article 32");
    private static final Lineage OLD =
            new Lineage("A.9.4.2", true, "Passwords were stolen", ImplementationStatus.PLANNED);

    private SampleStatementFacts() {}

    public static List<StatementEvent> all() {
        return List.of(
                new StatementStarted(SCOPE, List.of("iso-27001-2022:A.5.1", FACTOR), INES, TALLY),
                new LinesDecided(
                        1,
                        List.of(
                                new DecidedLine(FACTOR, null, included("Customers demand it")),
                                new DecidedLine("OWN-1", "Four eyes on releases", excluded("Nobody releases"))),
                        INES,
                        TALLY),
                new ControlNeeded("CIS 6.3", "A second factor", BY_PLAN, 1, TALLY),
                new ControlNeedEnded(PLAN, List.of(FACTOR, "CIS 6.3"), null, TALLY),
                new LegalNeedStated(FACTOR, null, BY_LAW, INES, 1, TALLY),
                new LegalNeedWithdrawn(LAW, FACTOR, "Repealed", 1, TALLY),
                new StatementSubmitted(1, TALLY),
                new StatementReturned(1, "The warehouse is forgotten"),
                new StatementApproved(1, SCOPE, Set.of(INES, IVAN), true, TALLY),
                new StatementSuperseded(1, 2),
                new StatementVersionStarted(
                        2, List.of(new NeededControl(FACTOR, null, List.of(BY_PLAN, BY_LAW))), INES, TALLY),
                new ApprovalDelegated(IVAN, "Answers for information security on the board's behalf"),
                new StatementMigrated(
                        1, List.of(new MigratedLine(FACTOR, included("As before"), List.of(OLD))), INES, TALLY),
                new MigrationUndone(
                        1,
                        List.of(new Line(FACTOR, null, included("Before"), INES, List.of(BY_PLAN), List.of(OLD))),
                        TALLY));
    }
}
