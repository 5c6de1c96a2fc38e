package isms.control.statement;

import static isms.control.statement.SampleStatements.INES;
import static isms.control.statement.SampleStatements.STARTED;
import static isms.control.statement.SampleStatements.TYPE;
import static isms.control.statement.SampleStatements.included;
import static isms.control.statement.SampleStatements.line;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import isms.control.statement.MigrationPlan.Outcome;
import isms.control.statement.MigrationPlan.PlannedLine;
import isms.platform.testing.Given;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-3: a statement by the 2013 edition becomes a draft by the 2022 edition")
class MigrationTest {

    private static OldLine old(String control, boolean applicable, String text, @Nullable ImplementationStatus status) {
        return new OldLine(control, applicable, text, null, List.of(), status);
    }

    private static List<OldLine> whole() {
        List<OldLine> all = new ArrayList<>();
        for (Requirement requirement : Frameworks.shipped().requirements(Frameworks.ANNEX_A_2013)) {
            all.add(old(requirement.id(), true, "As before", ImplementationStatus.OPERATING));
        }
        return all;
    }

    private static PlannedLine planned(MigrationPlan plan, String control) {
        return plan.lines().stream()
                .filter(line -> line.control().equals(control))
                .findFirst()
                .orElseThrow();
    }

    private static Lines draft() {
        return Lines.NONE.after(STARTED);
    }

    @Test
    @DisplayName("CTL-3: all 114 controls of 2013 have a successor, and 11 of the 93 of 2022 are new")
    void everything_old_goes_somewhere_and_eleven_are_new() {
        MigrationPlan plan = MigrationPlan.of(whole(), draft());
        assertThat(plan.brandNew())
                .containsExactly(
                        "A.5.7", "A.5.23", "A.5.30", "A.7.4", "A.8.9", "A.8.10", "A.8.11", "A.8.12", "A.8.16", "A.8.23",
                        "A.8.28");
        assertThat(plan.toDecide()).isEqualTo(plan.brandNew());
        assertThat(plan.lines().stream().filter(line -> line.outcome() == Outcome.COMBINED))
                .hasSizeGreaterThanOrEqualTo(24);
        assertThat(plan.lines().stream()
                        .flatMap(line -> line.lineage().stream())
                        .map(Lineage::control)
                        .distinct())
                .hasSize(114);
    }

    @Test
    @DisplayName("CTL-3: one old line keeps its justification and status")
    void one_old_line_is_kept() {
        PlannedLine kept = planned(
                MigrationPlan.of(
                        List.of(old("A.9.2.1", true, "Leavers' accounts", ImplementationStatus.OPERATING)), draft()),
                "A.5.16");
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
        LineDecision decision = requireNonNull(kept.decision());
        assertThat(decision.applicable()).isTrue();
        assertThat(decision.justifications().getFirst().text()).isEqualTo("Leavers' accounts");
        assertThat(decision.status()).isEqualTo(ImplementationStatus.OPERATING);
        assertThat(kept.lineage()).extracting(Lineage::control).containsExactly("A.9.2.1");
    }

    @Test
    @DisplayName("CTL-3: merged lines combine, and a person is asked where they disagree")
    void merged_lines_combine_or_ask() {
        MigrationPlan plan = MigrationPlan.of(
                List.of(
                        old("8.3.1", true, "Disks travel", ImplementationStatus.OPERATING),
                        old("A.8.3.2", true, "Disks are sold", ImplementationStatus.PLANNED),
                        old("A.12.4.1", true, "Incidents are traced", null),
                        old("A.12.4.2", false, "No log is worth it", null)),
                draft());
        PlannedLine combined = planned(plan, "A.7.10");
        assertThat(combined.outcome()).isEqualTo(Outcome.COMBINED);
        LineDecision decision = requireNonNull(combined.decision());
        assertThat(decision.justifications())
                .extracting(Justification::text)
                .containsExactly("Disks travel", "Disks are sold");
        assertThat(decision.status()).isEqualTo(ImplementationStatus.PLANNED);
        assertThat(combined.question()).contains("A.8.3.2 planned");
        PlannedLine asked = planned(plan, "A.8.15");
        assertThat(asked.outcome()).isEqualTo(Outcome.DISAGREEING);
        assertThat(asked.decision()).isNull();
        assertThat(asked.question()).contains("A.12.4.2 was excluded: No log is worth it");
        assertThat(planned(plan, "A.5.1").outcome()).isEqualTo(Outcome.NOT_STATED);
    }

    @Test
    @DisplayName("CTL-3: what is no statement by the 2013 edition is named line by line")
    void bad_lines_are_named() {
        Given.facts(TYPE, (StatementEvent) STARTED)
                .when(new MigrateStatement(
                        List.of(
                                old("A.9.2.1", true, "x", null),
                                old("A.9.2.1", true, "x", null),
                                old("A.8.5", true, "x", null),
                                old("A.9.2.2", true, " ", null),
                                new OldLine("A.9.2.3", true, "x", JustificationKind.RISK, List.of(), null)),
                        INES))
                .refusedBy(
                        StatementRule.AN_OLD_STATEMENT_NAMES_CONTROLS_OF_2013,
                        "/lines/1/control",
                        "/lines/2/control",
                        "/lines/3/justification",
                        "/lines/4/risks");
    }

    @Test
    @DisplayName("CTL-3: a migration keeps what a person has decided, and is undone while the version is a draft")
    void a_migration_is_undone() {
        Given<Statement, StatementEvent> decided = Given.facts(TYPE, (StatementEvent) STARTED)
                .when(new DecideLines(List.of(line("A.5.16", included("Decided before"))), INES))
                .then(facts -> {});
        Given<Statement, StatementEvent> migrated =
                decided.when(new MigrateStatement(whole(), INES)).then(facts -> {});
        Lines lines = migrated.state().kept().lines();
        Line identity = requireNonNull(lines.line(Reference.of("A.5.16")));
        assertThat(identity.decision()).isEqualTo(included("Decided before"));
        assertThat(identity.lineage()).extracting(Lineage::control).containsExactly("A.9.2.1");
        assertThat(lines.tally().annexADecided()).isEqualTo(82);
        migrated.when(new MigrateStatement(whole(), INES)).refusedBy(StatementRule.A_MIGRATION_IS_TAKEN_OVER_ONCE);
        Given<Statement, StatementEvent> undone = migrated.when(
                        new DecideLines(List.of(line("A.5.1", included("Decided after"))), INES))
                .then(facts -> {})
                .when(new UndoMigration())
                .then(facts -> {});
        Lines after = undone.state().kept().lines();
        assertThat(after.tally().annexADecided()).isEqualTo(2);
        assertThat(requireNonNull(after.line(Reference.of("A.5.1"))).decision()).isEqualTo(included("Decided after"));
        undone.when(new UndoMigration()).refusedBy(StatementRule.ONLY_A_MIGRATION_IS_UNDONE);
    }
}
