package isms.control.mapping;

import static isms.control.mapping.MappingRule.A_WITHDRAWAL_SAYS_WHY;
import static isms.control.mapping.MappingRule.A_WITHDRAWN_MAPPING_IS_WITHDRAWN_ONCE;

import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.platform.decider.Violation;
import java.util.List;

/** Take two requirements for mapped no more. */
record WithdrawMapping(String reason) implements MappingCommand {

    @Override
    public List<MappingEvent> decide(OwnMapping state) {
        state.known();
        if (!state.isInForce()) {
            throw A_WITHDRAWN_MAPPING_IS_WITHDRAWN_ONCE.violated();
        }
        if (reason.isBlank()) {
            throw A_WITHDRAWAL_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new MappingWithdrawn(reason));
    }
}
