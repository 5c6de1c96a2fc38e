package isms.control.statement;

import static isms.control.statement.StatementRule.A_SCOPE_HAS_ONE_STATEMENT;
import static isms.control.statement.StatementRule.A_STATEMENT_NAMES_ITS_SCOPE;

import isms.control.statement.StatementEvent.StatementStarted;
import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Begin the statement of a scope, with a line for every control of Annex A.
 *
 * @param standing what treatment plans need already
 */
record StartStatement(Scope scope, Subject author, List<PlanNeed> standing) implements StatementCommand {

    private static final int LONGEST_NAME = 200;

    @Override
    public List<StatementEvent> decide(Statement state) {
        return switch (state) {
            case Statement.None _ -> {
                if (scope.name().isEmpty() || scope.name().length() > LONGEST_NAME) {
                    throw A_STATEMENT_NAMES_ITS_SCOPE.violated(
                            List.of(new Violation("/scope/name", "the name has 1 to " + LONGEST_NAME + " characters")));
                }
                List<String> controls = Reference.annexA();
                var started = new StatementStarted(
                        scope,
                        controls,
                        author,
                        Tally.of(controls.stream()
                                .map(reference -> Line.open(reference, null))
                                .toList()));
                var facts = new ArrayList<StatementEvent>(List.of(started));
                facts.addAll(new NeedControls(standing).decide(Statement.evolve(state, started)));
                yield facts;
            }
            case Statement.Kept _ -> throw A_SCOPE_HAS_ONE_STATEMENT.violated();
        };
    }
}
