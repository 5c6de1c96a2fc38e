package isms.risk.methodology;

import static isms.risk.methodology.MethodologyRule.A_METHODOLOGY_IS_DEFINED_ONCE;

import isms.platform.people.Subject;
import isms.risk.criteria.MethodKind;
import isms.risk.methodology.Methodology.Inventoried;
import isms.risk.methodology.Methodology.None;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import java.util.List;

/** Enter a methodology in the inventory with the draft of its first version. The draft may have gaps. */
record DefineMethodology(MethodKind kind, Content content, Subject author) implements MethodologyCommand {

    @Override
    public List<MethodologyEvent> decide(Methodology state) {
        return switch (state) {
            case None _ -> List.of(new MethodologyDefined(kind, content.titled(), author));
            case Inventoried _ -> throw A_METHODOLOGY_IS_DEFINED_ONCE.violated();
        };
    }
}
