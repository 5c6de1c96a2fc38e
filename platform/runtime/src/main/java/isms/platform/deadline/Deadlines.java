package isms.platform.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import isms.platform.command.Commands;
import isms.platform.deadline.Watch.Pace;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the passing of dates recorded. Every replica looks at intervals; nothing is kept between two looks but what the log
 * says, so that a standstill of days, or a crash on the way, changes nothing. Deadlines are looked at side by side: none
 * waits for another.
 */
@Singleton
public class Deadlines {

    private final List<Watch<?, ?>> watches;

    Deadlines(
            @All List<Deadline<?, ?>> deadlines,
            @DataSource("writer") javax.sql.DataSource database,
            Commands commands,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "isms.deadline.page", defaultValue = "500") int page,
            @ConfigProperty(name = "isms.deadline.parallel", defaultValue = "16") int parallel,
            @ConfigProperty(name = "isms.deadline.pause", defaultValue = "PT1M") Duration pause,
            @ConfigProperty(name = "isms.deadline.import-rest", defaultValue = "PT15M") Duration importRest) {
        var names = new HashSet<String>();
        for (var deadline : deadlines) {
            if (!names.add(deadline.name())) {
                throw new IllegalStateException("two deadlines are named " + deadline.name());
            }
        }
        var passed = new Passed(database);
        var recorder = new Recorder(commands, importRest);
        var pace = new Pace(page, parallel, pause);
        watches = deadlines.stream()
                .<Watch<?, ?>>map(deadline -> watch(deadline, passed, recorder, clock, meters, pace))
                .toList();
    }

    private static <S, E> Watch<S, E> watch(
            Deadline<S, E> deadline, Passed passed, Recorder recorder, Clock clock, MeterRegistry meters, Pace pace) {
        return new Watch<>(deadline, passed, recorder, clock, meters, pace);
    }

    @Scheduled(identity = "deadlines", every = "${isms.deadline.every}")
    void lookRegularly() {
        watches.forEach(watch -> Thread.ofVirtual().name("deadline").start(watch::lookUnlessLooking));
    }

    void stop(@Observes ShutdownEvent stop) {
        watches.forEach(Watch::stop);
    }

    /**
     * Looks now, and comes back when what has passed is recorded. What cannot be recorded is logged and counted, and looked
     * at again later.
     *
     * @return how many facts were recorded
     */
    public int look() {
        try (var sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = watches.stream()
                    .map(watch -> sideBySide.submit(watch::look))
                    .toList();
            int recorded = 0;
            for (var look : looks) {
                recorded += look.get();
            }
            return recorded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
