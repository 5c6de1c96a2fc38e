package isms.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import isms.platform.http.ProblemWriter.Case;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** What happens to a request before and after the operations: its trace, its size, and addresses that nobody serves. */
@Singleton
class Edge {

    private static final int FIRST = 10_000;

    private final ProblemWriter problems;
    private final long largestBody;

    Edge(ProblemWriter problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.problems = problems;
        this.largestBody = largestBody.asLongValue();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
    }

    private void begin(RoutingContext request) {
        RequestTrace trace = RequestTrace.of(request);
        MDC.put("traceId", trace.traceId());
        MDC.put("correlation", trace.correlation().toString());
        request.response().putHeader("X-Correlation-Id", trace.correlation().toString());
        String length = request.request().getHeader("Content-Length");
        // the server would close the connection without a word, before any operation could answer
        if (length != null && length.length() < 19 && Long.parseLong(length) > largestBody) {
            request.response().putHeader("Connection", "close");
            problems.end(
                    request,
                    ProblemCode.BODY_TOO_LARGE,
                    Case.of(
                            ProblemCode.BODY_TOO_LARGE,
                            "The body has " + length + " bytes; at most " + largestBody + " are taken."));
            return;
        }
        request.next();
    }

    private void nothingHere(RoutingContext request) {
        problems.end(
                request,
                ProblemCode.NOT_FOUND,
                Case.of(ProblemCode.NOT_FOUND, "There is nothing at " + request.normalizedPath() + "."));
    }
}
