package isms.control.statement;

import isms.platform.decider.Command;
import java.util.ArrayList;
import java.util.List;

/** Let treatment plans make controls necessary, one after the other. */
record NeedControls(List<PlanNeed> needs) implements StatementCommand {

    NeedControls {
        needs = List.copyOf(needs);
    }

    @Override
    public List<StatementEvent> decide(Statement state) {
        var facts = new ArrayList<StatementEvent>();
        Statement reached = state;
        for (PlanNeed need : needs) {
            Command<Statement, StatementEvent> arising = need.arisen();
            for (StatementEvent fact : arising.decide(reached)) {
                facts.add(fact);
                reached = Statement.evolve(reached, fact);
            }
        }
        return facts;
    }
}
