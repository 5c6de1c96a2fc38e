package isms.control.statement;

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
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.platform.people.Subject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement of applicability as the platform sees it. */
@Singleton
public class StatementType extends AggregateType<Statement, StatementEvent, StatementEntry> {

    public StatementType() {
        super("statement-of-applicability", "SOA", StatementEvent.class);
    }

    @Override
    public Statement initial() {
        return new Statement.None();
    }

    @Override
    public Statement evolve(Statement state, StatementEvent event) {
        return Statement.evolve(state, event);
    }

    @Override
    public StatementEntry represent(@Nullable StatementEntry before, Recorded<StatementEvent> fact) {
        var entry = before == null ? new StatementEntry() : (StatementEntry) before.clone();
        Instant at = fact.effectiveAt();
        Subject by = new Subject(fact.actor());
        switch (fact.event()) {
            case StatementStarted started -> {
                entry.scope(started.scope());
                entry.begin(VersionEntry.started(1, started.tally(), started.author(), at));
            }
            case LinesDecided decided -> entry.count(decided.tally());
            case ControlNeeded needed -> count(entry, needed.version(), needed.tally());
            case ControlNeedEnded ended -> count(entry, ended.version(), ended.tally());
            case LegalNeedStated stated -> count(entry, stated.version(), stated.tally());
            case LegalNeedWithdrawn withdrawn -> count(entry, withdrawn.version(), withdrawn.tally());
            case StatementSubmitted submitted ->
                entry.change(submitted.version(), version -> version.submitted(by, at));
            case StatementReturned returned ->
                entry.change(returned.version(), version -> version.returned(returned.reason()));
            case StatementApproved approved -> {
                entry.change(
                        approved.version(),
                        version -> version.approved(by, at, approved.delegated(), List.copyOf(approved.authors())));
                entry.versionInForce = approved.version();
                entry.approvedAt = at;
                entry.approvedBy = fact.actor();
                entry.migrated = false;
            }
            case StatementSuperseded superseded ->
                entry.change(superseded.version(), version -> version.superseded(superseded.by(), at));
            case StatementVersionStarted started ->
                entry.begin(VersionEntry.started(started.version(), started.tally(), started.author(), at));
            case ApprovalDelegated delegated ->
                entry.delegate = delegated.delegate().id();
            case StatementMigrated migrated -> {
                entry.count(migrated.tally());
                entry.migrated = true;
            }
            case MigrationUndone undone -> {
                entry.count(undone.tally());
                entry.migrated = false;
            }
        }
        return entry;
    }

    private static void count(StatementEntry entry, @Nullable Integer version, Tally tally) {
        if (version == null) {
            entry.outdated = true;
        } else {
            entry.count(tally);
        }
    }
}
