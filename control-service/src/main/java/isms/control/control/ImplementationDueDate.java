package isms.control.control;

import isms.platform.deadline.Day;
import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The days by which controls are to be implemented (CTL-6, ALL-7). */
@Singleton
public class ImplementationDueDate implements Deadline<Control, ControlEvent> {

    private final ControlType type;

    ImplementationDueDate(ControlType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "control-implementation-overdue";
    }

    @Override
    public AggregateType<Control, ControlEvent, ?> type() {
        return type;
    }

    @Override
    public String passed() {
        return """
                select tenant, id
                from control
                where valid_to = '9999-12-31T00:00:00Z' and implementation in ('PLANNED', 'IN_PROGRESS') and overdue_at is null
                  and due < (?::timestamptz at time zone 'UTC')::date
                order by due
                limit ?
                """;
    }

    @Override
    public Command<Control, ControlEvent> record(Instant now) {
        return new NoteOverdueImplementation(Day.of(now));
    }
}
