package isms.risk.risk;

import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;

import isms.risk.risk.Risk.None;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.Risk.Retired;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import java.util.List;

/** Ask for a risk to be assessed again because of what has happened elsewhere; for a retired risk there is nothing to ask. */
record FlagForReassessment(ReassessmentFlag flag) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        return switch (state) {
            case Registered risk ->
                risk.flags().know(flag.source()) ? List.of() : List.of(new ReassessmentFlagged(flag));
            case Retired _ -> List.of();
            case None _ -> throw ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON.violated();
        };
    }
}
