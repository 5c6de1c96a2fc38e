package isms.platform.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of the service, a bean so that a test can put another in its place. */
@Singleton
class ClockProducer {

    /** UTC in microseconds: what PostgreSQL keeps, so that a moment read back equals the moment written. */
    private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    private final MovableClock movable = new MovableClock(REAL);

    @Produces
    @Singleton
    @Typed(MovableClock.class)
    MovableClock movable() {
        return movable;
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "isms.clock.movable", defaultValue = "false") boolean mayMove) {
        return mayMove ? movable : REAL;
    }
}
