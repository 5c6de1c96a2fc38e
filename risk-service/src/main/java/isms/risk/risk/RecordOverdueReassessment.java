package isms.risk.risk;

import isms.risk.risk.Risk.None;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.Risk.Retired;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Note that a risk has not been assessed again within the planned interval (8.2, ALL-7). It is noted once after each
 * assessment.
 *
 * @param reassessBy the day by which the interval of the last assessment asks for the next; null before the first
 * @param noted whether it is noted that this day has passed
 * @param today a day before it has passed
 */
record RecordOverdueReassessment(@Nullable LocalDate reassessBy, boolean noted, LocalDate today)
        implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        return switch (state) {
            case None _ -> List.of();
            case Registered risk ->
                reassessBy != null && reassessBy.isBefore(today) && !noted
                        ? List.of(new ReassessmentOverdue(reassessBy, risk.owner()))
                        : List.of();
            case Retired _ -> List.of();
        };
    }
}
