package isms.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.platform.eventstore.FactJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact of another service as it arrived, its data already checked against its JSON Schema.
 *
 * @param id identity of the fact, the same however often it is delivered
 * @param source the publishing service, for example {@code /isms/risk}
 * @param type for example {@code isms.risk.risk-assessed.v1}
 * @param subject id of the publisher's aggregate
 * @param time when the publisher recorded it
 * @param tenant the organization
 * @param actor subject id of who decided it there
 * @param correlation the request that began it all
 * @param causation what caused it there
 * @param position place in the publisher's log
 * @param traceparent W3C trace context, where there is one
 * @param data the published record
 */
public record CloudEventMessage(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String tenant,
        String actor,
        UUID correlation,
        UUID causation,
        long position,
        @Nullable String traceparent,
        JsonNode data) {

    private static final ObjectMapper JSON = FactJson.mapper();

    /**
     * The published record.
     *
     * @throws IllegalArgumentException when the data are none, which parks the message
     */
    public <T> T read(Class<T> published) {
        try {
            return JSON.treeToValue(data, published);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + published.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
