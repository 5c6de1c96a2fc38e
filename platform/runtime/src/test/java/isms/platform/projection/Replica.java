package isms.platform.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.decider.Command;
import isms.platform.eventstore.BatchWriter;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.FactJson;
import isms.platform.eventstore.PostgresEventStorageEngine;
import isms.platform.eventstore.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** One replica of a service of counters, put together as CDI does it: commands, projections, and what a test adds. */
public final class Replica implements AutoCloseable {

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Commands commands;
    public final Processors processors;
    final Progress progress;
    private final LogOnDisk disk;
    private final BatchWriter writer;
    private final EmbeddedEventStore store;

    public Replica(LogOnDisk disk) {
        this.disk = disk;
        writer = new BatchWriter(disk.database, Clock.systemUTC(), 1000, Duration.ofSeconds(5));
        var types = new EventTypes(List.of(disk.counter), List.of(), FactJson.mapper());
        var log = new EventLog(disk.database, types);
        var snapshots = new Snapshots(1000);
        store = EmbeddedEventStore.builder()
                .storageEngine(new PostgresEventStorageEngine(writer, log, types, snapshots))
                .fetchDelay(100)
                .build();
        commands = new Commands(
                SimpleCommandBus.builder().build(), store, log, snapshots, Clock.systemUTC(), List.of(disk.counter));
        Projector projector = new AggregateProjection<>("counters", disk.counter, Counter.Row.class, "counter_row") {
            {
                writeWith(new ObjectMapper().registerModule(new JavaTimeModule()));
            }
        };
        progress = new Progress(disk.database, meters);
        processors = new Processors(
                disk.database, store, List.of(projector), progress, 500, Duration.ofSeconds(2), Duration.ofMillis(1));
        processors.start(new StartupEvent());
    }

    /** Records a fact; gives its position. */
    public long count(UUID aggregate, Counter.Event event) {
        Command<Integer, Counter.Event> command = state -> List.of(event);
        return commands.send(
                        disk.counter,
                        aggregate,
                        command,
                        new Instruction(
                                "acme",
                                "ines",
                                Set.of("isms-manager"),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "0af7651916cd43dd8448eb211c80319c",
                                null,
                                null,
                                null,
                                null))
                .position();
    }

    /** From now on its read models know nothing new. */
    public void stopProjecting() {
        processors.stop(new ShutdownEvent());
    }

    @Override
    public void close() {
        processors.stop(new ShutdownEvent());
        progress.close();
        writer.close();
        store.shutDown();
    }
}
