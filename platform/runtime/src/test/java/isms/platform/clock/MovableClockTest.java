package isms.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant REAL = Instant.parse("2026-11-25T12:00:00Z");

    private final MovableClock clock = new MovableClock(Clock.fixed(REAL, ZoneOffset.UTC));

    @Test
    void it_is_put_ahead_and_further_ahead_and_never_back() {
        assertThat(clock.instant()).isEqualTo(REAL);
        assertThat(clock.putAhead(Duration.ofDays(30))).isTrue();
        assertThat(clock.putAhead(Duration.ofDays(30))).as("again").isTrue();
        assertThat(clock.putAhead(Duration.ofDays(29))).isFalse();
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(30)));
        assertThat(clock.putAhead(Duration.ofDays(31))).isTrue();
        assertThat(clock.real()).isEqualTo(REAL);
    }

    @Test
    void its_view_in_another_zone_moves_with_it() {
        var elsewhere = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.putAhead(Duration.ofHours(1));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
