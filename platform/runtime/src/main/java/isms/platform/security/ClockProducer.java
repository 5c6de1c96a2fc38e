package isms.platform.security;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the service, a bean so that a test can put another in its place. */
@Singleton
class ClockProducer {

    /** UTC in microseconds: what PostgreSQL keeps, so that a moment read back equals the moment written. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
