package isms.control.statement;

import static isms.control.statement.SampleStatements.INES;
import static isms.control.statement.SampleStatements.IVAN;
import static isms.control.statement.SampleStatements.LAW;
import static isms.control.statement.SampleStatements.PLAN;
import static isms.control.statement.SampleStatements.SCOPE;
import static isms.control.statement.SampleStatements.STARTED;
import static isms.control.statement.SampleStatements.TOM;
import static isms.control.statement.SampleStatements.TYPE;
import static isms.control.statement.SampleStatements.allDecided;
import static isms.control.statement.SampleStatements.included;
import static isms.control.statement.SampleStatements.line;
import static isms.control.statement.SampleStatements.planNeeds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.Roles;
import isms.control.statement.StatementEvent.ControlNeeded;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementSuperseded;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import isms.platform.people.Actor;
import isms.platform.testing.Given;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-9, CTL-10, CTL-11: statements of applicability")
class StatementTest {

    private static final Actor IVAN_AS_TOP = new Actor(IVAN, Set.of(Roles.TOP_MANAGEMENT));

    private static Given<Statement, StatementEvent> started() {
        return Given.facts(TYPE, STARTED);
    }

    private static Given<Statement, StatementEvent> complete() {
        return started().and(allDecided());
    }

    private static Given<Statement, StatementEvent> submitted() {
        return complete().when(new SubmitStatement()).then(facts -> {});
    }

    private static Given<Statement, StatementEvent> approved() {
        return submitted().when(new ApproveStatement(TOM)).then(facts -> {});
    }

    private static Line at(Given<Statement, StatementEvent> given, String control) {
        return requireNonNull(given.state().kept().lines().line(Reference.of(control)));
    }

    @Test
    @DisplayName("CTL-9: a statement starts with a line for each of the 93 controls of Annex A")
    void a_statement_starts_with_annex_a() {
        assertThat(STARTED.controls()).hasSize(93).startsWith("iso-27001-2022:A.5.1");
        assertThat(STARTED.tally()).isEqualTo(new Tally(93, 0, 93, 0, 0, 0, 0));
        Given.nothing(TYPE)
                .when(new StartStatement(new Scope(SCOPE.id(), " ", List.of()), INES, List.of()))
                .refusedBy(StatementRule.A_STATEMENT_NAMES_ITS_SCOPE, "/scope/name");
        started().when(new StartStatement(SCOPE, IVAN, List.of())).refusedBy(StatementRule.A_SCOPE_HAS_ONE_STATEMENT);
        Given.nothing(TYPE).when(new SubmitStatement()).refusedBy(StatementRule.ONLY_A_STARTED_STATEMENT_IS_WORKED_ON);
    }

    @Test
    @DisplayName("CTL-9: lines are decided together or not at all, and each bad one is named")
    void lines_are_decided_together_or_not_at_all() {
        var nobodysReason = new LineDecision(true, List.of(), null, null, List.of(), null);
        var contradicting = new LineDecision(
                false,
                List.of(new Justification(JustificationKind.RISK, "", List.of())),
                null,
                ImplementationStatus.PLANNED,
                List.of(),
                null);
        started()
                .when(new DecideLines(
                        List.of(
                                line("A.5.1", included("fine")),
                                line("A.5.2", nobodysReason),
                                line("A.5.3", contradicting),
                                line("A.9.9", included("no such control")),
                                line("a.5.1", included("twice")),
                                line("OWN-1", included("without a title"))),
                        INES))
                .refusedBy(
                        StatementRule.A_LINE_IS_DECIDED_WITH_ITS_REASON,
                        "/lines/1/justifications",
                        "/lines/2/exclusion",
                        "/lines/2/justifications",
                        "/lines/2/status",
                        "/lines/2/justifications/0/risks",
                        "/lines/2/justifications/0/text",
                        "/lines/3/control",
                        "/lines/4/control",
                        "/lines/5/title");
    }

    @Test
    @DisplayName("CTL-9: further necessary controls of any framework, and own ones, have lines as well")
    void further_controls_have_lines() {
        Given<Statement, StatementEvent> after = started()
                .when(new DecideLines(
                        List.of(
                                line("iso-27001-2013:A.9.4.2", included("a customer asks by the old edition")),
                                new DecidedLine("OWN-1", "Four eyes on releases", included("own"))),
                        INES))
                .then(facts -> assertThat(
                                ((LinesDecided) facts.getFirst()).tally().lines())
                        .isEqualTo(95));
        assertThat(at(after, "OWN-1").title()).isEqualTo("Four eyes on releases");
        assertThat(at(after, "OWN-1").by()).isEqualTo(INES);
        after.when(new DecideLines(List.of(new DecidedLine("OWN-1", "Four eyes on releases", included("own"))), IVAN))
                .thenNothing();
    }

    @Test
    @DisplayName("CTL-10: a plan that names a control makes it necessary, however it writes it, and once")
    void a_plan_draws_its_control_in() {
        Given<Statement, StatementEvent> drawn = started()
                .when(planNeeds("A.8.5").arisen())
                .then(facts -> {
                    ControlNeeded needed = (ControlNeeded) facts.getFirst();
                    assertThat(needed.reference()).isEqualTo("iso-27001-2022:A.8.5");
                    assertThat(needed.tally().decided()).isEqualTo(1);
                });
        drawn.when(planNeeds("iso-27001-2022:A.8.5").arisen()).thenNothing();
        Line line = at(drawn, "A.8.5");
        assertThat(line.isDrawn()).isTrue();
        assertThat(line.applicable()).isTrue();
        assertThat(line.isJustified()).isTrue();
        assertThat(line.status()).isEqualTo(ImplementationStatus.NOT_STARTED);
        Given<Statement, StatementEvent> ended =
                drawn.when(PlanNeed.ended(PLAN)).then(facts -> assertThat(facts).hasSize(1));
        assertThat(at(ended, "A.8.5").isDecided()).isFalse();
        ended.when(PlanNeed.ended(PLAN)).thenNothing();
        Given.nothing(TYPE).when(planNeeds("A.8.5").arisen()).thenNothing();
    }

    @Test
    @DisplayName("CTL-10: what no framework here knows becomes a further line, and goes when nothing needs it")
    void an_unknown_reference_becomes_a_further_line() {
        Given<Statement, StatementEvent> drawn =
                started().when(planNeeds("CIS 6.3").arisen()).then(facts -> {});
        assertThat(at(drawn, "CIS 6.3").isDrawn()).isTrue();
        Given<Statement, StatementEvent> ended =
                drawn.when(PlanNeed.ended(PLAN)).then(facts -> {});
        assertThat(ended.state().kept().lines().all()).hasSize(93);
        // what looks like Annex A and is not in it is a further control like any other
        Given<Statement, StatementEvent> mistaken =
                started().when(planNeeds("A.9.99").arisen()).then(facts -> {});
        assertThat(mistaken.state().kept().lines().tally()).isEqualTo(new Tally(94, 1, 93, 0, 1, 0, 0));
        assertThat(mistaken.when(PlanNeed.ended(PLAN))
                        .then(facts -> {})
                        .state()
                        .kept()
                        .lines()
                        .all())
                .hasSize(93);
    }

    @Test
    @DisplayName("CTL-10: a person may exclude what a plan needs, but the conflict blocks submission")
    void a_conflict_blocks_submission() {
        Given<Statement, StatementEvent> conflict = complete()
                .when(planNeeds("A.7.4").arisen())
                .then(facts -> assertThat(
                                ((ControlNeeded) facts.getFirst()).tally().conflicts())
                        .isEqualTo(1));
        conflict.when(new SubmitStatement()).refusedBy(StatementRule.NOTHING_NEEDED_IS_EXCLUDED, "/lines/A.7.4");
        // with the need ended, or the control included, it can be submitted
        conflict.when(PlanNeed.ended(PLAN))
                .then(facts -> {})
                .when(new SubmitStatement())
                .then(facts -> assertThat(facts).hasSize(1));
        conflict.when(new DecideLines(
                        List.of(line("A.7.4", new LineDecision(true, List.of(), null, null, List.of(), null))), INES))
                .then(facts -> {})
                .when(new SubmitStatement())
                .then(facts -> assertThat(facts).hasSize(1));
    }

    @Test
    @DisplayName("CTL-10: a need that arises after the submission blocks the approval")
    void a_later_conflict_blocks_approval() {
        submitted()
                .when(planNeeds("A.7.4").arisen())
                .then(facts -> {})
                .when(new ApproveStatement(TOM))
                .refusedBy(StatementRule.NOTHING_NEEDED_IS_EXCLUDED, "/lines/A.7.4");
    }

    @Test
    @DisplayName("CTL-10: a legal requirement counts like a plan, until it is withdrawn")
    void a_legal_need_counts_the_same() {
        Given<Statement, StatementEvent> needed = complete()
                .when(new StateLegalNeed(LAW, "A.7.4", null, "Trade secrets act", IVAN))
                .then(facts -> {});
        needed.when(new SubmitStatement()).refusedBy(StatementRule.NOTHING_NEEDED_IS_EXCLUDED, "/lines/A.7.4");
        needed.when(new StateLegalNeed(LAW, "iso-27001-2022:a.7.4", null, "Trade secrets act", INES))
                .thenNothing();
        needed.when(new StateLegalNeed(LAW, "A.8.5", null, "Trade secrets act", IVAN))
                .refusedBy(StatementRule.A_LEGAL_NEED_IS_OF_ONE_CONTROL);
        needed.when(new WithdrawLegalNeed(LAW, " "))
                .refusedBy(StatementRule.A_NEED_NAMES_WHAT_IT_COMES_FROM, "/reason");
        needed.when(new WithdrawLegalNeed(LAW, "Repealed"))
                .then(facts -> {})
                .when(new WithdrawLegalNeed(LAW, "Repealed"))
                .refusedBy(StatementRule.ONLY_WHAT_IS_NEEDED_IS_WITHDRAWN);
        started()
                .when(new StateLegalNeed(LAW, "A.9.9", null, " ", IVAN))
                .refusedBy(StatementRule.A_NEED_NAMES_WHAT_IT_COMES_FROM, "/control", "/requirement");
    }

    @Test
    @DisplayName("CTL-11: what is missing is named line by line, and nothing is submitted before")
    void only_what_is_complete_is_submitted() {
        started()
                .when(new SubmitStatement())
                .refusedBy(
                        StatementRule.A_VERSION_IS_COMPLETE_WHEN_SUBMITTED,
                        STARTED.controls().stream()
                                .map(reference -> "/lines/" + Reference.shortly(reference))
                                .toArray(String[]::new));
        // what justified an inclusion has ended
        complete()
                .when(planNeeds("A.8.5").arisen())
                .then(facts -> {})
                .when(new DecideLines(
                        List.of(line("A.8.5", new LineDecision(true, List.of(), null, null, List.of(), null))), INES))
                .then(facts -> {})
                .when(PlanNeed.ended(PLAN))
                .then(facts -> {})
                .when(new SubmitStatement())
                .refusedBy(StatementRule.A_VERSION_IS_COMPLETE_WHEN_SUBMITTED, "/lines/A.8.5");
    }

    @Test
    @DisplayName("CTL-11, ALL-3: top management approves, and no author of a line does")
    void no_author_approves() {
        submitted()
                .when(new ApproveStatement(TOM))
                .then(facts -> assertThat(((StatementApproved) facts.getFirst()).authors())
                        .containsExactly(INES));
        submitted()
                .when(new ApproveStatement(new Actor(INES, Set.of(Roles.TOP_MANAGEMENT))))
                .refusedBy(StatementRule.NO_AUTHOR_APPROVES_THEIR_OWN_LINES);
        submitted()
                .when(new ApproveStatement(new Actor(IVAN, Set.of(Roles.ISMS_MANAGER))))
                .refusedBy(StatementRule.ONLY_TOP_MANAGEMENT_OR_ITS_DELEGATE_APPROVES);
        complete().when(new ApproveStatement(TOM)).refusedBy(StatementRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
        // the line that ines wrote in the first version stands in the second
        approved()
                .when(new StartVersion(IVAN))
                .then(facts -> {})
                .when(new SubmitStatement())
                .then(facts -> {})
                .when(new ApproveStatement(new Actor(INES, Set.of(Roles.TOP_MANAGEMENT))))
                .refusedBy(StatementRule.NO_AUTHOR_APPROVES_THEIR_OWN_LINES);
    }

    @Test
    @DisplayName("CTL-11: top management may name a delegate, who may not be an author either")
    void a_delegate_approves() {
        Given<Statement, StatementEvent> delegated = submitted()
                .when(new DelegateApproval(IVAN, "For the board", TOM.subject()))
                .then(facts -> {});
        delegated
                .when(new ApproveStatement(new Actor(IVAN, Set.of(Roles.ISMS_MANAGER))))
                .then(facts -> assertThat(((StatementApproved) facts.getFirst()).delegated())
                        .isTrue());
        submitted()
                .when(new DelegateApproval(INES, "For the board", TOM.subject()))
                .then(facts -> {})
                .when(new ApproveStatement(new Actor(INES, Set.of(Roles.ISMS_MANAGER))))
                .refusedBy(StatementRule.NO_AUTHOR_APPROVES_THEIR_OWN_LINES);
        submitted()
                .when(new DelegateApproval(TOM.subject(), "For myself", TOM.subject()))
                .refusedBy(StatementRule.A_DELEGATION_NAMES_SOMEBODY_ELSE, "/delegate");
        submitted()
                .when(new DelegateApproval(IVAN, " ", TOM.subject()))
                .refusedBy(StatementRule.A_DELEGATION_NAMES_SOMEBODY_ELSE, "/reason");
    }

    @Test
    @DisplayName("CTL-11: a submitted version goes back with a reason, and is a draft again")
    void a_submitted_version_goes_back() {
        submitted().when(new ReturnStatement(" ", TOM)).refusedBy(StatementRule.A_RETURN_SAYS_WHY, "/reason");
        submitted()
                .when(new ReturnStatement("No", new Actor(IVAN, Set.of(Roles.RISK_OWNER))))
                .refusedBy(StatementRule.ONLY_WHO_APPROVES_OR_RUNS_THE_ISMS_RETURNS_A_VERSION);
        complete().when(new ReturnStatement("No", TOM)).refusedBy(StatementRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON);
        submitted()
                .when(new DecideLines(List.of(line("A.7.4", included("There is a warehouse"))), INES))
                .refusedBy(StatementRule.ONLY_A_DRAFT_IS_WORKED_ON);
        submitted()
                .when(new ReturnStatement("The warehouse is forgotten", TOM))
                .then(facts -> {})
                .when(new DecideLines(List.of(line("A.7.4", included("There is a warehouse"))), INES))
                .then(facts -> assertThat(facts).hasSize(1));
    }

    @Test
    @DisplayName("CTL-11: an approved version never changes; the next one starts as its copy and supersedes it")
    void an_approved_version_never_changes() {
        approved()
                .when(new DecideLines(List.of(line("A.7.4", included("There is a warehouse"))), INES))
                .refusedBy(StatementRule.ONLY_A_DRAFT_IS_WORKED_ON);
        Given<Statement, StatementEvent> needed = approved()
                .when(planNeeds("A.7.4").arisen())
                .then(facts ->
                        assertThat(((ControlNeeded) facts.getFirst()).version()).isNull());
        assertThat(at(needed, "A.7.4").needs()).isEmpty();
        Given<Statement, StatementEvent> next = needed.when(new StartVersion(IVAN))
                .then(facts -> {
                    StatementVersionStarted begun = (StatementVersionStarted) facts.getFirst();
                    assertThat(begun.version()).isEqualTo(2);
                    assertThat(begun.redrawn())
                            .extracting(NeededControl::reference)
                            .containsExactly("iso-27001-2022:A.7.4");
                    assertThat(begun.tally().conflicts()).isEqualTo(1);
                });
        assertThat(at(next, "A.5.1").decision()).isEqualTo(included("The portal needs it"));
        next.when(new StartVersion(IVAN)).refusedBy(StatementRule.THE_NEXT_VERSION_FOLLOWS_AN_APPROVED_ONE);
        next.when(new DecideLines(List.of(line("A.7.4", included("There is a warehouse"))), IVAN))
                .then(facts -> {})
                .when(new SubmitStatement())
                .then(facts -> {})
                .when(new ApproveStatement(TOM))
                .then(facts -> assertThat(facts.getLast()).isEqualTo(new StatementSuperseded(1, 2)));
        next.when(new DecideLines(List.of(line("A.7.4", included("There is a warehouse"))), IVAN))
                .then(facts -> {})
                .when(new SubmitStatement())
                .then(facts -> {})
                .when(new ApproveStatement(IVAN_AS_TOP))
                .refusedBy(StatementRule.NO_AUTHOR_APPROVES_THEIR_OWN_LINES);
    }

    @Test
    @DisplayName("CTL-9: the tally after a fact is what the lines say")
    void the_tally_is_what_the_lines_say() {
        assertThat(complete().state().kept().lines().tally())
                .isEqualTo(allDecided().tally());
        assertThat(IntStream.of(
                        allDecided().tally().decided(), allDecided().tally().annexADecided()))
                .containsOnly(93);
    }

    @Test
    @DisplayName("CTL-10: a statement that begins later is drawn from what treatment plans need already")
    void it_begins_with_what_is_needed_already() {
        var need = new PlanNeed("A.8.5", null, new java.util.UUID(7, 7), "PLAN-7", "RISK-1", "A second factor");

        Given.nothing(new StatementType())
                .when(new StartStatement(SCOPE, INES, List.of(need, need)))
                .then(facts -> org.assertj.core.api.Assertions.assertThat(facts)
                        .hasSize(2)
                        .last()
                        .isInstanceOfSatisfying(
                                StatementEvent.ControlNeeded.class,
                                needed -> org.assertj.core.api.Assertions.assertThat(needed.reference())
                                        .isEqualTo("iso-27001-2022:A.8.5")));
    }
}
