package isms.risk.risk;

import isms.platform.deadline.Day;
import isms.platform.deadline.ShownDeadline;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * The days by which risks are to be assessed again (8.2, ALL-7). They follow from when a risk was assessed, which the
 * representation knows.
 */
@Singleton
public class ReassessmentDeadline implements ShownDeadline<Risk, RiskEvent, RiskRegisterEntry> {

    private final RiskType type;

    ReassessmentDeadline(RiskType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "risk-reassessment-overdue";
    }

    @Override
    public RiskType type() {
        return type;
    }

    @Override
    public String passed() {
        return """
                select tenant, id
                from risk_register
                where valid_to = '9999-12-31T00:00:00Z' and status = 'assessed' and reassessment_overdue_at is null
                  and reassess_by < (?::timestamptz at time zone 'UTC')::date
                order by reassess_by
                limit ?
                """;
    }

    @Override
    public Command<Risk, RiskEvent> record(RiskRegisterEntry shown, Instant now) {
        return new RecordOverdueReassessment(shown.reassessBy, shown.reassessmentOverdueAt != null, Day.of(now));
    }
}
