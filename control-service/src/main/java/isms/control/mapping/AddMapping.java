package isms.control.mapping;

import static isms.control.mapping.MappingRule.A_PAIR_IS_MAPPED_ONCE;

import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.OwnMapping.InForce;
import isms.control.mapping.OwnMapping.None;
import isms.control.mapping.OwnMapping.Withdrawn;
import java.util.List;

/** Map two requirements by one's own judgement. */
record AddMapping(Pair pair, MappingContent content) implements MappingCommand {

    @Override
    public List<MappingEvent> decide(OwnMapping state) {
        return switch (state) {
            case None _ -> {
                pair.check();
                yield List.of(new MappingAdded(pair.from(), pair.to(), Pair.checked(content)));
            }
            case InForce _ -> throw A_PAIR_IS_MAPPED_ONCE.violated();
            case Withdrawn _ -> throw A_PAIR_IS_MAPPED_ONCE.violated();
        };
    }
}
