package isms.control.statement;

import static isms.control.statement.SampleStatements.INES;
import static isms.control.statement.SampleStatements.IVAN;
import static isms.control.statement.SampleStatements.LAW;
import static isms.control.statement.SampleStatements.PLAN;
import static isms.control.statement.SampleStatements.SCOPE;
import static isms.control.statement.SampleStatements.TOM;
import static isms.control.statement.SampleStatements.TYPE;
import static isms.control.statement.SampleStatements.allDecided;
import static isms.control.statement.SampleStatements.excluded;
import static isms.control.statement.SampleStatements.included;
import static isms.control.statement.SampleStatements.line;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.Roles;
import isms.control.statement.Statement.Kept;
import isms.control.statement.Statement.Stage;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Life;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("CTL-9, CTL-10, CTL-11, ALL-1: whatever is attempted with a statement of applicability")
class StatementLifeTest {

    private static final int TRIES = 200;

    @Property(tries = TRIES)
    void any_accepted_sequence_folds_and_a_replay_ends_where_life_is(@ForAll("attempts") List<StatementCommand> tried) {
        lived(tried).replayEqualsLive();
    }

    @Property(tries = TRIES)
    @Label("CTL-11: the lines of an approved version are those that were approved, whatever happens")
    void an_approved_version_stays_as_it_is(@ForAll("attempts") List<StatementCommand> tried) {
        Statement state = TYPE.initial();
        Lines approved = Lines.NONE;
        for (StatementEvent fact : lived(tried).facts()) {
            state = TYPE.evolve(state, fact);
            if (fact instanceof StatementApproved) {
                approved = state.kept().lines();
            }
            if (state.kept().stage() == Stage.APPROVED) {
                assertThat(state.kept().lines()).as("after %s", fact).isEqualTo(approved);
            }
        }
    }

    @Property(tries = TRIES)
    @Label("CTL-11, ALL-3: what is approved is complete, and approved by none of its authors")
    void what_is_approved_is_complete_and_not_by_its_authors(@ForAll("attempts") List<StatementCommand> tried) {
        for (StatementEvent fact : lived(tried).facts()) {
            if (fact instanceof StatementApproved approved) {
                assertThat(approved.tally().isComplete()).isTrue();
                assertThat(approved.authors()).doesNotContain(TOM.subject());
            }
        }
    }

    @Property(tries = TRIES)
    @Label("CTL-10: a version that is begun follows what makes controls necessary then, and an open one at any time")
    void an_open_version_follows_what_is_needed(@ForAll("attempts") List<StatementCommand> tried) {
        Statement state = TYPE.initial();
        for (StatementEvent fact : lived(tried).facts()) {
            state = TYPE.evolve(state, fact);
            Kept kept = state.kept();
            if (kept.open() != null || fact instanceof StatementVersionStarted) {
                assertThat(kept.needs().otherThanIn(kept.lines()))
                        .as("after %s", fact)
                        .isEmpty();
            }
        }
    }

    private static Life<Statement, StatementEvent> lived(List<StatementCommand> tried) {
        var life = Life.of(TYPE);
        life.attempt(new StartStatement(SCOPE, INES, List.of()));
        life.attempt(new DecideLines(allDecided().lines(), INES));
        tried.forEach(life::attempt);
        return life;
    }

    @Provide
    Arbitrary<List<StatementCommand>> attempts() {
        Arbitrary<Subject> people = Arbitraries.of(INES, IVAN);
        Arbitrary<String> controls = Arbitraries.of("A.7.4", "A.8.5", "CIS 6.3");
        Arbitrary<LineDecision> decisions = Arbitraries.of(included("Needed"), excluded("Not needed"));
        Arbitrary<StatementCommand> decided = Combinators.combine(controls, decisions, people)
                .as((control, decision, by) -> new DecideLines(
                        List.of(
                                control.startsWith("CIS")
                                        ? new DecidedLine(control, "A second factor", decision)
                                        : line(control, decision)),
                        by));
        Arbitrary<StatementCommand> needs = controls.map(control ->
                new NeedControl(control, null, new Need(NeedKind.PLAN, PLAN, "PLAN-7", "RISK-12", "A second factor")));
        Arbitrary<StatementCommand> ends = Arbitraries.of(new NoLongerNeedControl(PLAN));
        Arbitrary<StatementCommand> laws = Combinators.combine(controls, people)
                .as((control, by) -> new StateLegalNeed(LAW, control, null, "A law", by));
        Arbitrary<StatementCommand> repeals = Arbitraries.of(new WithdrawLegalNeed(LAW, "Repealed"));
        Arbitrary<StatementCommand> submissions = Arbitraries.of(new SubmitStatement());
        Arbitrary<StatementCommand> approvals = Arbitraries.of(TOM, new Actor(INES, Set.of(Roles.TOP_MANAGEMENT)))
                .map(ApproveStatement::new);
        Arbitrary<StatementCommand> returns = Arbitraries.of(new ReturnStatement("No", TOM));
        Arbitrary<StatementCommand> versions = people.map(StartVersion::new);
        Arbitrary<StatementCommand> migrations = people.map(by ->
                new MigrateStatement(List.of(new OldLine("A.11.1.6", true, "Deliveries", null, List.of(), null)), by));
        Arbitrary<StatementCommand> reversals = Arbitraries.of(new UndoMigration());
        return Arbitraries.frequencyOf(
                        Tuple.of(3, decided),
                        Tuple.of(3, needs),
                        Tuple.of(2, ends),
                        Tuple.of(2, laws),
                        Tuple.of(2, repeals),
                        Tuple.of(5, submissions),
                        Tuple.of(5, approvals),
                        Tuple.of(1, returns),
                        Tuple.of(3, versions),
                        Tuple.of(1, migrations),
                        Tuple.of(1, reversals))
                .list()
                .ofMaxSize(25);
    }
}
