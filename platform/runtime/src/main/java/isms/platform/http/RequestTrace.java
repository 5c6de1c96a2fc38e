package isms.platform.http;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidValidator;
import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties a request to all that it causes.
 *
 * @param correlation the header {@code X-Correlation-Id} where it is a UUID, else new
 * @param traceId W3C trace id: of {@code traceparent} where the client sent one, else new
 */
public record RequestTrace(UUID correlation, String traceId) {

    private static final String KEY = RequestTrace.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    /** The trace of the request; the same one however often it is asked. */
    public static RequestTrace of(RoutingContext request) {
        RequestTrace known = request.get(KEY);
        if (known != null) {
            return known;
        }
        RequestTrace trace = new RequestTrace(
                correlation(request.request().getHeader("X-Correlation-Id")),
                traceId(request.request().getHeader("traceparent")));
        request.put(KEY, trace);
        return trace;
    }

    private static UUID correlation(@Nullable String header) {
        return header != null && UuidValidator.isValid(header)
                ? UUID.fromString(header)
                : UuidCreator.getTimeOrderedEpoch();
    }

    private static String traceId(@Nullable String header) {
        if (header != null) {
            var matcher = TRACEPARENT.matcher(header);
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
                return matcher.group(1);
            }
        }
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }
}
