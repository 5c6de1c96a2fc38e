package isms.control.mapping;

import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.OwnMapping.InForce;
import java.util.List;

/** Judge a mapping anew; one that was withdrawn is in force again. */
record ReviseMapping(MappingContent content) implements MappingCommand {

    @Override
    public List<MappingEvent> decide(OwnMapping state) {
        state.known();
        MappingContent judged = Pair.checked(content);
        return state instanceof InForce(var before) && before.equals(judged)
                ? List.of()
                : List.of(new MappingRevised(judged));
    }
}
