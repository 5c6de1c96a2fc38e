package isms.risk.treatment;

import isms.platform.deadline.Day;
import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The target dates of the actions of approved plans (RSK-12, ALL-7). */
@Singleton
public class TreatmentActionDeadline implements Deadline<TreatmentPlan, TreatmentEvent> {

    private final TreatmentPlanType type;

    TreatmentActionDeadline(TreatmentPlanType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "treatment-action-overdue";
    }

    @Override
    public AggregateType<TreatmentPlan, TreatmentEvent, ?> type() {
        return type;
    }

    @Override
    public String passed() {
        return """
                select tenant, id
                from treatment_plan
                where valid_to = '9999-12-31T00:00:00Z' and next_to_pass < (?::timestamptz at time zone 'UTC')::date
                order by next_to_pass
                limit ?
                """;
    }

    @Override
    public Command<TreatmentPlan, TreatmentEvent> record(Instant now) {
        return new RecordOverdueActions(Day.of(now));
    }
}
