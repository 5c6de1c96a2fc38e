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
    private static final int AFTER_THE_SERVERS_OWN_LIMIT = -1;

    /** Where the server keeps how much of a body without a length it reads. */
    private static final String MOST_BYTES = "io.quarkus.max-request-size";

    /** Registers come in at addresses that end so; everything else but files is small. */
    private static final String IMPORTS = "/imports";

    /** Files that are kept as they are come in at addresses that end so. */
    private static final String FILES = "/files";

    private final ProblemWriter problems;
    private final long largestBody;
    private final long largestImport;
    private final long largestFile;

    Edge(
            ProblemWriter problems,
            @ConfigProperty(name = "isms.http.largest-body") MemorySize largestBody,
            @ConfigProperty(name = "isms.http.largest-import") MemorySize largestImport,
            @ConfigProperty(name = "isms.http.largest-file") MemorySize largestFile) {
        this.problems = problems;
        this.largestBody = largestBody.asLongValue();
        this.largestImport = largestImport.asLongValue();
        this.largestFile = largestFile.asLongValue();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_OWN_LIMIT).handler(this::limitChunks);
        router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
    }

    /** A body that does not announce its length is cut off while it is read. */
    private void limitChunks(RoutingContext request) {
        if (request.get(MOST_BYTES) != null) {
            request.put(MOST_BYTES, largest(request));
        }
        request.next();
    }

    private long largest(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.endsWith(FILES)) {
            return largestFile;
        }
        return path.endsWith(IMPORTS) ? largestImport : largestBody;
    }

    private void begin(RoutingContext request) {
        RequestTrace trace = RequestTrace.of(request);
        MDC.put("traceId", trace.traceId());
        MDC.put("correlation", trace.correlation().toString());
        request.response().putHeader("X-Correlation-Id", trace.correlation().toString());
        String length = request.request().getHeader("Content-Length");
        // the server would close the connection without a word, before any operation could answer
        long most = largest(request);
        if (length != null && length.length() < 19 && Long.parseLong(length) > most) {
            request.response().putHeader("Connection", "close");
            problems.end(
                    request,
                    ProblemCode.BODY_TOO_LARGE,
                    Case.of(
                            ProblemCode.BODY_TOO_LARGE,
                            "The body has " + length + " bytes; at most " + most + " are taken."));
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
