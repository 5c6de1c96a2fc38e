package isms.platform.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Days and moments as files have them: ISO 8601, and the day first with points. Without an offset they are UTC. */
final class Moments {

    private static final DateTimeFormatter POINTS = new DateTimeFormatterBuilder()
            .appendPattern("d.M.uuuu[ H:mm[:ss]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> ((java.time.temporal.TemporalAccessor) POINTS.parseBest(text, LocalDateTime::from, LocalDate::from))
                            instanceof LocalDateTime both
                    ? both.toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text, POINTS).atStartOfDay().toInstant(ZoneOffset.UTC));

    private Moments() {}

    /** @throws IllegalArgumentException with a sentence on what is wrong */
    static Instant typed(String text) {
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(text.strip()).truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException other) {
                continue;
            }
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is not a day such as 2026-03-31 or 31.03.2026, nor a moment such as 2026-03-31T23:59:59Z.");
    }

    /** A day where it is one, else the moment, as ISO 8601 writes them. */
    static String text(LocalDateTime moment) {
        LocalDateTime whole = moment.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        return whole.toLocalTime().toSecondOfDay() == 0 ? whole.toLocalDate().toString() : whole.toString();
    }
}
