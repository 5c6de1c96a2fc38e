package isms.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be put ahead of another, and further ahead; it never goes back. */
final class MovableClock extends Clock {

    private static final class Ahead {

        private volatile Duration by = Duration.ZERO;

        /** Whether it is so far ahead now: not when it was further ahead already. */
        synchronized boolean put(Duration further) {
            if (by.compareTo(further) > 0) {
                return false;
            }
            by = further;
            return true;
        }
    }

    private final Clock real;
    private final Ahead ahead;

    MovableClock(Clock real) {
        this(real, new Ahead());
    }

    private MovableClock(Clock real, Ahead ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.by);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** Moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(real.withZone(zone), ahead);
    }

    Duration ahead() {
        return ahead.by;
    }

    Instant real() {
        return real.instant();
    }

    /** Whether it is so far ahead now: not when it was further ahead already. */
    boolean putAhead(Duration by) {
        return ahead.put(by);
    }
}
