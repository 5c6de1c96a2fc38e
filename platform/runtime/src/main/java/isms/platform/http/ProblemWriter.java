package isms.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import isms.platform.decider.Violation;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes problems, wherever in the handling of a request they come up. */
@Singleton
class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** What is said of a case beside the kind of its problem. */
    record Case(
            String detail,
            String remedy,
            @Nullable String rule,
            @Nullable String clause,
            List<Violation> violations,
            @Nullable Duration retryAfter) {

        static Case of(ProblemCode code, String detail) {
            return new Case(detail, code.remedy(), null, null, List.of(), null);
        }

        static Case of(ProblemCode code, String detail, Violation violation) {
            return new Case(detail, code.remedy(), null, null, List.of(violation), null);
        }
    }

    byte[] bytes(RoutingContext request, ProblemCode code, Case about) {
        Problem problem = new Problem(
                URI.create(code.type()),
                code.title(),
                code.status(),
                about.detail(),
                instance(request),
                code.code(),
                about.rule(),
                about.clause(),
                about.violations(),
                about.remedy(),
                RequestTrace.of(request).traceId());
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ends a request that does not reach an operation. */
    void end(RoutingContext request, ProblemCode code, Case about) {
        request.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", MediaTypes.PROBLEM_JSON)
                .end(Buffer.buffer(bytes(request, code, about)));
    }

    private static URI instance(RoutingContext request) {
        try {
            return URI.create(request.normalizedPath());
        } catch (IllegalArgumentException malformed) {
            return URI.create("/");
        }
    }
}
