package isms.platform.projection;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.json.JacksonSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs an Axon Framework tracking processor for all read models together, so that what each batch costs is paid once, and
 * one for each projector that reaches outside of the database, so that a broker that is away holds up no read model. One replica has the claim on a processor; when it ends,
 * another takes over: at once after an orderly end, else when the claim is older than {@code isms.projection.claim}.
 *
 * <p>Tracking processors and not pooled ones: these poll when idle, and a reader would wait half a second for its own write.
 */
@Singleton
public class Processors {

    private final EmbeddedEventStore events;
    private final List<Projector> projectors;
    private final Progress progress;
    private final int batchSize;
    private final Duration rest;
    private final JdbcTransactions transactions;
    private final Duration claim;
    private final List<Projector> running = new ArrayList<>();
    private final List<TrackingEventProcessor> processors = new ArrayList<>();

    Processors(
            @DataSource("writer") javax.sql.DataSource database,
            EmbeddedEventStore events,
            @All List<Projector> projectors,
            Progress progress,
            @ConfigProperty(name = "isms.projection.batch", defaultValue = "500") int batchSize,
            @ConfigProperty(name = "isms.projection.claim", defaultValue = "PT5S") Duration claim,
            @ConfigProperty(name = "isms.projection.rest", defaultValue = "PT0.003S") Duration rest) {
        this.events = events;
        this.projectors = projectors;
        this.progress = progress;
        this.batchSize = batchSize;
        this.rest = rest;
        this.transactions = new JdbcTransactions(database);
        this.claim = claim;
    }

    void start(@Observes StartupEvent start) {
        if (!projectors.isEmpty()) {
            run("read-models", projectors, rest);
        }
    }

    /**
     * Runs a projector that is no bean of its own, in transactions of its own.
     *
     * @param rest how long it waits after a batch for what will share the next one
     */
    public void run(Projector projector, Duration rest) {
        run(projector.name(), List.of(projector), rest);
    }

    private synchronized void run(String name, List<Projector> together, Duration rest) {
        together.forEach(progress::track);
        var projections = together.stream().map(Projection::new).toList();
        var processor = new PatientProcessor(TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new BatchInvoker(name, projections, transactions, progress, rest))
                .messageSource(events)
                .tokenStore(tokens(projections))
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(batchSize)
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andTokenClaimInterval(1, TimeUnit.SECONDS)
                        .andThreadFactory(axon -> Thread.ofPlatform()
                                .daemon()
                                .name("projection-" + name)
                                .factory())));
        processor.start();
        processors.add(processor);
        running.addAll(together);
    }

    /** All that run here, in the order of their start. */
    synchronized List<Projector> projectors() {
        return List.copyOf(running);
    }

    private TokenStore tokens(List<Projection> projections) {
        var builder = JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(JacksonSerializer.defaultSerializer())
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
                .claimTimeout(claim);
        return new ProjectedTokens(builder, transactions, projections);
    }

    synchronized void stop(@Observes ShutdownEvent stop) {
        processors.stream().map(TrackingEventProcessor::shutdownAsync).toList().forEach(CompletableFuture::join);
    }
}
