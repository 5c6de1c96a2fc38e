package isms.platform.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Calendar days of due dates: days in UTC for every organization, so that the same date passes at the same moment for all who
 * look at it. A day has passed when the next one begins.
 */
public final class Day {

    private Day() {}

    /** The day of a moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
