package isms.platform.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as documents write them: to the second, and in no doubt about the time zone. */
public final class Moments {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** {@code 2026-03-31 23:59:59 UTC}. */
    public static String second(Instant moment) {
        return SECOND.format(moment);
    }

    /** The day of a moment in UTC. */
    public static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }
}
