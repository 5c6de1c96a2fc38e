package isms.platform.projection;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Runs an Axon Framework tracking processor for every projector. One replica has the claim on a processor; when it ends,
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
    private final JdbcTransactions transactions;
    private final TokenStore tokens;
    private final Map<Projector, TrackingEventProcessor> running = new LinkedHashMap<>();

    Processors(
            @DataSource("writer") javax.sql.DataSource database,
            EmbeddedEventStore events,
            @All List<Projector> projectors,
            Progress progress,
            @ConfigProperty(name = "isms.projection.batch", defaultValue = "500") int batchSize,
            @ConfigProperty(name = "isms.projection.claim", defaultValue = "PT5S") Duration claim) {
        this.events = events;
        this.projectors = projectors;
        this.progress = progress;
        this.batchSize = batchSize;
        this.transactions = new JdbcTransactions(database);
        this.tokens = tokens(claim);
    }

    void start(@Observes StartupEvent start) {
        projectors.forEach(this::run);
    }

    /** Runs a projector that is no bean of its own. */
    public synchronized void run(Projector projector) {
        progress.track(projector);
        var processor = new PatientProcessor(TrackingEventProcessor.builder()
                .name(projector.name())
                .eventHandlerInvoker(new BatchInvoker(new Projection(projector), transactions, progress))
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(batchSize)
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andTokenClaimInterval(1, TimeUnit.SECONDS)
                        .andThreadFactory(name -> Thread.ofPlatform()
                                .daemon()
                                .name("projection-" + projector.name())
                                .factory())));
        processor.start();
        running.put(projector, processor);
    }

    /** All that run here, in the order of their start. */
    synchronized List<Projector> projectors() {
        return List.copyOf(running.keySet());
    }

    private TokenStore tokens(Duration claim) {
        return JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(JacksonSerializer.defaultSerializer())
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
                .claimTimeout(claim)
                .build();
    }

    synchronized void stop(@Observes ShutdownEvent stop) {
        running.values().stream()
                .map(TrackingEventProcessor::shutdownAsync)
                .toList()
                .forEach(CompletableFuture::join);
    }
}
