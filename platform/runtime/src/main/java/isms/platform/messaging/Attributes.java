package isms.platform.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import isms.platform.decider.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent as Kafka headers (binary mode), written and read in one place. */
record Attributes(Map<String, String> headers) {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    static Attributes of(String service, String type, Recorded<?> fact) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", fact.eventId().toString());
        headers.put("ce_source", "/isms/" + service);
        headers.put("ce_type", type);
        headers.put("ce_subject", fact.aggregate().toString());
        headers.put("ce_time", fact.recordedAt().toString());
        headers.put("ce_tenant", fact.tenant());
        headers.put("ce_actor", fact.actor());
        headers.put("ce_correlationid", fact.correlation().toString());
        headers.put("ce_causationid", fact.causation().toString());
        headers.put("ce_position", Long.toString(fact.position()));
        if (fact.traceId() != null) {
            // The fact's own id is the span: the same fact has the same one, however often it is sent.
            var span = "%016x".formatted(fact.eventId().getLeastSignificantBits());
            headers.put("traceparent", "00-" + fact.traceId() + "-" + span + "-01");
        }
        headers.put("content-type", "application/json");
        return new Attributes(headers);
    }

    static Attributes of(Headers kafka) {
        var headers = new LinkedHashMap<String, String>();
        kafka.forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new Attributes(headers);
    }

    void writeTo(Headers kafka) {
        headers.forEach((name, value) -> kafka.add(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    @Nullable
    String type() {
        return headers.get("ce_type");
    }

    @Nullable
    String tenant() {
        return headers.get("ce_tenant");
    }

    @Nullable
    String source() {
        return headers.get("ce_source");
    }

    /** Null when it is missing or not of its form. */
    @Nullable
    UUID id() {
        try {
            return UUID.fromString(headers.getOrDefault("ce_id", ""));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** @throws IllegalArgumentException when an attribute is missing or not of its form */
    CloudEventMessage message(JsonNode data) {
        return new CloudEventMessage(
                UUID.fromString(attribute("ce_id")),
                attribute("ce_source"),
                attribute("ce_type"),
                attribute("ce_subject"),
                OffsetDateTime.parse(attribute("ce_time")).toInstant(),
                attribute("ce_tenant"),
                attribute("ce_actor"),
                UUID.fromString(attribute("ce_correlationid")),
                UUID.fromString(attribute("ce_causationid")),
                Long.parseLong(attribute("ce_position")),
                headers.get("traceparent"),
                data);
    }

    private String attribute(String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the message has no header " + name);
        }
        return value;
    }

    /** The trace id of a W3C trace context. */
    static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
