package isms.control.statementregister;

import isms.control.statement.StatementEntry;
import isms.control.statement.StatementType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps the register of statements of applicability. */
@Singleton
public class StatementProjection extends AggregateProjection<StatementEntry> {

    StatementProjection(StatementType type) {
        super("statements-of-applicability", type, StatementEntry.class, "statement_of_applicability");
    }
}
