package isms.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of a body that came with an Idempotency-Key: the key is bound to exactly these. Not of one that an operation
 * reads as a stream: that may be large, and is kept by its digest.
 */
@Provider
class RawBody implements ReaderInterceptor {

    private static final String KEY = RawBody.class.getName();
    private static final byte[] NONE = {};

    private final CurrentVertxRequest current;

    RawBody(CurrentVertxRequest current) {
        this.current = current;
    }

    static byte[] of(RoutingContext request) {
        byte[] bytes = request.get(KEY);
        return bytes == null ? NONE : bytes;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = current.getCurrent();
        if (request != null
                && context.getType() != InputStream.class
                && request.request().getHeader(Decisions.IDEMPOTENCY_KEY) != null) {
            byte[] bytes = read(context.getInputStream(), request.request().getHeader("Content-Length"));
            request.put(KEY, bytes);
            context.setInputStream(new ByteArrayInputStream(bytes));
        }
        return context.proceed();
    }

    /** In one piece when its length is announced; without that, room for a much larger one would be taken each time. */
    private static byte[] read(InputStream body, @Nullable String announced) throws IOException {
        if (announced == null) {
            return body.readAllBytes();
        }
        // a body of another length than announced does not come through the server
        return body.readNBytes(Integer.parseInt(announced));
    }
}
