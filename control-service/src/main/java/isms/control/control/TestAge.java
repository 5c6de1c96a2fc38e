package isms.control.control;

import isms.platform.deadline.Day;
import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The days until which results of tests stand (CTL-7, ALL-7). */
@Singleton
public class TestAge implements Deadline<Control, ControlEvent> {

    private final ControlType type;

    TestAge(ControlType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "control-test-out-of-date";
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
                where valid_to = '9999-12-31T00:00:00Z' and implementation <> 'RETIRED'
                  and test_valid_until < (?::timestamptz at time zone 'UTC')::date
                order by test_valid_until
                limit ?
                """;
    }

    @Override
    public Command<Control, ControlEvent> record(Instant now) {
        return new NoteTestOutOfDate(Day.of(now));
    }
}
