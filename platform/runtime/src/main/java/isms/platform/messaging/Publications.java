package isms.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import isms.platform.projection.Processors;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts publishing in a service that has something to publish. */
@Singleton
class Publications {

    /** Others learn of it a moment later, many facts at a time; nobody waits for it in a request. */
    private static final Duration REST = Duration.ofMillis(15);

    private final Instance<Publication> publication;
    private final Processors processors;
    private final Schemas schemas;
    private final Map<String, Object> kafka;
    private final String service;
    private @Nullable Outbox outbox;

    Publications(
            Instance<Publication> publication,
            Processors processors,
            Schemas schemas,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "isms.service") String service) {
        this.publication = publication;
        this.processors = processors;
        this.schemas = schemas;
        this.kafka = kafka;
        this.service = service;
    }

    void start(@Observes StartupEvent start) {
        if (publication.isResolvable()) {
            outbox = new Outbox(service, publication.get(), schemas, kafka);
            processors.run(outbox, REST);
        }
    }

    /** After the processors, which may be sending. */
    void stop(@Observes @Priority(3_000) ShutdownEvent stop) {
        if (outbox != null) {
            outbox.close();
        }
    }
}
