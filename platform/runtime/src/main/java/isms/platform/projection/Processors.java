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
 * Runs an Axon Framework tracking processor for every projector. One replica has the claim on a processor; when it ends,
 * another takes over: at once after an orderly end, else when the claim is older than {@code isms.projection.claim}.
 *
 * <p>Tracking processors and not pooled ones: these poll when idle, and a reader would wait half a second for its own write.
 */
@Singleton
class Processors {

    private final javax.sql.DataSource database;
    private final EmbeddedEventStore events;
    private final List<Projector> projectors;
    private final Progress progress;
    private final int batchSize;
    private final Duration claim;
    private final List<TrackingEventProcessor> running = new ArrayList<>();

    Processors(
            @DataSource("writer") javax.sql.DataSource database,
            EmbeddedEventStore events,
            @All List<Projector> projectors,
            Progress progress,
            @ConfigProperty(name = "isms.projection.batch", defaultValue = "500") int batchSize,
            @ConfigProperty(name = "isms.projection.claim", defaultValue = "PT5S") Duration claim) {
        this.database = database;
        this.events = events;
        this.projectors = projectors;
        this.progress = progress;
        this.batchSize = batchSize;
        this.claim = claim;
    }

    void start(@Observes StartupEvent start) {
        var transactions = new JdbcTransactions(database);
        var tokens = tokens(transactions);
        for (Projector projector : projectors) {
            var processor = new PatientProcessor(TrackingEventProcessor.builder()
                    .name(projector.name())
                    .eventHandlerInvoker(new BatchInvoker(new Projection(projector), transactions, progress))
                    .messageSource(events)
                    .tokenStore(tokens)
                    .transactionManager(transactions)
                    .trackingEventProcessorConfiguration(
                            TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andBatchSize(batchSize)
                                    .andInitialTrackingToken(source -> source.createTailToken())
                                    .andTokenClaimInterval(1, TimeUnit.SECONDS)
                                    .andThreadFactory(name -> Thread.ofPlatform()
                                            .daemon()
                                            .name("projection-" + projector.name())
                                            .factory())));
            processor.start();
            running.add(processor);
        }
    }

    private TokenStore tokens(JdbcTransactions transactions) {
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

    void stop(@Observes ShutdownEvent stop) {
        running.stream().map(TrackingEventProcessor::shutdownAsync).toList().forEach(CompletableFuture::join);
    }
}
