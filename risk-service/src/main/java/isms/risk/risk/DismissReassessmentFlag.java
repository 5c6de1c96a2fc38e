package isms.risk.risk;

import static isms.risk.risk.ReassessmentRule.A_DISMISSAL_SAYS_WHY;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import java.util.List;
import java.util.UUID;

/**
 * Clear a flag without assessing the risk again.
 *
 * @param flag identity of the flag: that of the fact which raised it
 */
record DismissReassessmentFlag(UUID flag, String reason, Actor by) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        ReassessmentFlag waiting = state.decidedOnBy(by).flags().waiting(flag);
        if (reason.isBlank()) {
            throw A_DISMISSAL_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new ReassessmentFlagDismissed(flag, waiting.what(), reason));
    }
}
