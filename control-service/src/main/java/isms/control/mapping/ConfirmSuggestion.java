package isms.control.mapping;

import static isms.control.mapping.MappingRule.A_PAIR_IS_MAPPED_ONCE;
import static isms.control.mapping.MappingRule.ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED;

import isms.control.mapping.MappingEvent.SuggestionConfirmed;
import isms.control.mapping.OwnMapping.InForce;
import isms.control.mapping.OwnMapping.None;
import isms.control.mapping.OwnMapping.Withdrawn;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Take a suggestion for true, as it is or as one judges it.
 *
 * @param via the requirement between
 * @param firstHop whether the first is mapped to the one between, as it was looked up
 * @param secondHop whether the one between is mapped to the second, as it was looked up
 */
record ConfirmSuggestion(Pair pair, String via, boolean firstHop, boolean secondHop, MappingContent content)
        implements MappingCommand {

    @Override
    public List<MappingEvent> decide(OwnMapping state) {
        return switch (state) {
            case None _ -> {
                pair.check();
                checkHops();
                yield List.of(new SuggestionConfirmed(pair.from(), pair.to(), via, Pair.checked(content)));
            }
            case InForce _ -> throw A_PAIR_IS_MAPPED_ONCE.violated();
            case Withdrawn _ -> throw A_PAIR_IS_MAPPED_ONCE.violated();
        };
    }

    private void checkHops() {
        List<Violation> missing = new ArrayList<>();
        if (!firstHop) {
            missing.add(new Violation("/via", pair.from() + " is not mapped to " + via));
        }
        if (!secondHop) {
            missing.add(new Violation("/via", via + " is not mapped to " + pair.to()));
        }
        if (!missing.isEmpty()) {
            throw ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED.violated(missing);
        }
    }
}
