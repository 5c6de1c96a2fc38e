package isms.platform.command;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import isms.platform.decider.AggregateType;
import isms.platform.eventstore.BatchWriter;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.FactJson;
import isms.platform.eventstore.PostgresEventStorageEngine;
import isms.platform.eventstore.Snapshots;
import isms.platform.eventstore.Upcaster;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the parts together: Axon Framework's command bus and event store over our log. */
@Singleton
class EventSourcing {

    private static final Logger LOG = Logger.getLogger(EventSourcing.class);

    @Produces
    @Singleton
    EventTypes eventTypes(@All List<AggregateType<?, ?, ?>> aggregates, @All List<Upcaster> upcasters) {
        return new EventTypes(aggregates, upcasters, FactJson.mapper());
    }

    @Produces
    @Singleton
    EventLog eventLog(@DataSource("writer") javax.sql.DataSource database, EventTypes types) {
        return new EventLog(database, types);
    }

    @Produces
    @Singleton
    Snapshots snapshots(@ConfigProperty(name = "isms.snapshots.most", defaultValue = "20000") long most) {
        return new Snapshots(most);
    }

    @Produces
    @Singleton
    BatchWriter writer(
            @DataSource("writer") javax.sql.DataSource database,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "isms.log.queue", defaultValue = "2048") int capacity,
            @ConfigProperty(name = "isms.log.patience", defaultValue = "PT5S") Duration patience) {
        var writer = new BatchWriter(database, clock, capacity, patience);
        Gauge.builder("isms.log.waiting", writer, BatchWriter::waiting)
                .description("Commands that wait to be recorded")
                .register(meters);
        FunctionCounter.builder("isms.log.commands", writer, BatchWriter::commands)
                .description("Commands answered by the log")
                .register(meters);
        FunctionCounter.builder("isms.log.batches", writer, BatchWriter::batches)
                .description("Commits that the commands shared")
                .register(meters);
        return writer;
    }

    void stop(@Disposes BatchWriter writer) {
        writer.close();
    }

    @Produces
    @Singleton
    EmbeddedEventStore eventStore(
            BatchWriter writer,
            EventLog log,
            EventTypes types,
            Snapshots snapshots,
            @ConfigProperty(name = "isms.log.poll", defaultValue = "PT0.1S") Duration poll) {
        return EmbeddedEventStore.builder()
                .storageEngine(new PostgresEventStorageEngine(writer, log, types, snapshots))
                .fetchDelay(poll.toMillis())
                .build();
    }

    void stop(@Disposes EmbeddedEventStore store) {
        store.shutDown();
    }

    @Produces
    @Singleton
    CommandBus commandBus() {
        return SimpleCommandBus.builder().build();
    }

    @Produces
    @Singleton
    Commands commands(
            CommandBus bus,
            EmbeddedEventStore store,
            EventLog log,
            Snapshots snapshots,
            Clock clock,
            @All List<AggregateType<?, ?, ?>> aggregates) {
        return new Commands(bus, store, log, snapshots, clock, aggregates);
    }

    /** Idempotency keys answer repetitions for at least this long; a reaction's key for longer than Kafka keeps its event. */
    @Singleton
    static class IdempotencyKeys {

        private final EventLog log;
        private final Clock clock;
        private final Duration kept;

        IdempotencyKeys(
                EventLog log,
                Clock clock,
                @ConfigProperty(name = "isms.idempotency.kept", defaultValue = "P30D") Duration kept) {
            this.log = log;
            this.clock = clock;
            this.kept = kept;
        }

        @Scheduled(every = "1h", delayed = "10m")
        void forget() {
            int forgotten = log.forgetKeysBefore(clock.instant().minus(kept));
            LOG.debugf("%d idempotency keys are older than %s and were forgotten", forgotten, kept);
        }
    }
}
