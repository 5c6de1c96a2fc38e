package isms.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import isms.platform.command.IdempotencyKeyReused;
import isms.platform.command.StaleVersion;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.Unavailable;
import isms.platform.http.BodyProblems.Found;
import isms.platform.http.ProblemWriter.Case;
import isms.platform.projection.TemporarilyUnavailable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Whatever ends a request early becomes a problem that tells what to do, and nothing of our insides. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final CurrentVertxRequest current;
    private final ProblemWriter writer;

    ProblemMappers(CurrentVertxRequest current, ProblemWriter writer) {
        this.current = current;
        this.writer = writer;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem) {
        return answer(
                problem.code(),
                new Case(problem.detail(), problem.remedy(), null, null, problem.violations(), problem.retryAfter()));
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(BodyProblems.refused(refusal, ""));
    }

    @ServerExceptionMapper
    Response stale(StaleVersion stale) {
        return answer(
                ProblemCode.STALE_VERSION,
                "You have read version " + stale.expected() + "; it is at version " + stale.actual() + " now.");
    }

    @ServerExceptionMapper
    Response reused(IdempotencyKeyReused reused) {
        return answer(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came before, with another method, address or body.");
    }

    @ServerExceptionMapper
    Response unavailable(Unavailable unavailable) {
        return switch (unavailable) {
            case Unavailable.Overloaded overloaded ->
                answerLater(
                        ProblemCode.OVERLOADED,
                        "More commands are waiting than can be recorded. Nothing was kept.",
                        SOON);
            case Unavailable.LogAway away ->
                answerLater(ProblemCode.UNAVAILABLE, "The database does not answer. Nothing was kept.", LATER);
            case Unavailable.OutcomeUnknown unknown ->
                answerLater(
                        ProblemCode.OUTCOME_UNKNOWN,
                        "The database did not answer while the command was being recorded; it may or may not have been.",
                        LATER);
        };
    }

    @ServerExceptionMapper
    Response lostRaces(ConcurrencyException lost) {
        return answerLater(
                ProblemCode.OVERLOADED, "Too many others are changing the same thing. Nothing was kept.", SOON);
    }

    @ServerExceptionMapper
    Response body(JsonProcessingException broken) {
        return answer(BodyProblems.of(broken));
    }

    @ServerExceptionMapper
    Response body(MismatchedInputException broken) {
        return answer(BodyProblems.of(broken));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        boolean ours = invalid.getConstraintViolations().stream()
                .map(ConstraintViolation::getPropertyPath)
                .anyMatch(ProblemMappers::isReturnValue);
        return ours ? internal(invalid) : answer(BodyProblems.of(invalid.getConstraintViolations()));
    }

    private static boolean isReturnValue(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failed) {
        boolean sent = current.getCurrent().request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        return challenge(sent);
    }

    private Response challenge(boolean sent) {
        Case about = Case.of(
                ProblemCode.UNAUTHENTICATED,
                sent
                        ? "The access token is not valid: it may have expired, or come from another issuer."
                        : "The request carries no access token.");
        return response(ProblemCode.UNAUTHENTICATED, about)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        sent ? "Bearer realm=\"isms\", error=\"invalid_token\"" : "Bearer realm=\"isms\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, ResourceInfo operation) {
        List<String> needed = roles(operation);
        return answer(
                ProblemCode.FORBIDDEN,
                switch (needed.size()) {
                    case 0 -> "You may not do this.";
                    case 1 -> "Only the role " + needed.getFirst() + " may do this.";
                    default -> "Only these roles may do this: " + String.join(", ", needed) + ".";
                });
    }

    private static List<String> roles(@Nullable ResourceInfo operation) {
        Method method = operation == null ? null : operation.getResourceMethod();
        if (method == null) {
            return List.of();
        }
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        }
        return allowed == null ? List.of() : List.of(allowed.value());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failed) {
        if (failed.getCause() instanceof JsonProcessingException broken) {
            return answer(BodyProblems.of(broken));
        }
        if (failed.getCause() instanceof ProblemException problem) {
            return problem(problem);
        }
        RoutingContext request = current.getCurrent();
        int status = failed.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(ProblemCode.INVALID_PARAMETER, "The request cannot be understood.");
            case 401 -> challenge(request.request().getHeader(HttpHeaders.AUTHORIZATION) != null);
            case 403 -> answer(ProblemCode.FORBIDDEN, "You may not do this.");
            case 404 -> notFound(request);
            case 405 -> notAllowed(request, failed);
            case 406 ->
                answer(
                        ProblemCode.NOT_ACCEPTABLE,
                        "Nothing here can be had as " + request.request().getHeader(HttpHeaders.ACCEPT) + ".");
            case 413 -> answer(ProblemCode.BODY_TOO_LARGE, "The body is larger than this service takes.");
            case 415 ->
                answer(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body was sent as " + request.request().getHeader(HttpHeaders.CONTENT_TYPE) + ".");
            case 503 -> answerLater(ProblemCode.UNAVAILABLE, "The service cannot answer now.", LATER);
            default ->
                status < 500
                        ? answer(ProblemCode.INVALID_PARAMETER, "The request cannot be served.")
                        : internal(failed);
        };
    }

    private Response notFound(RoutingContext request) {
        return answer(ProblemCode.NOT_FOUND, "There is nothing at " + request.normalizedPath() + ".");
    }

    private Response notAllowed(RoutingContext request, WebApplicationException failed) {
        Case about = Case.of(
                ProblemCode.METHOD_NOT_ALLOWED,
                request.request().method().name() + " is not possible at " + request.normalizedPath() + ".");
        Response.ResponseBuilder response = response(ProblemCode.METHOD_NOT_ALLOWED, about);
        if (failed instanceof NotAllowedException refused) {
            String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allow != null) {
                response.header(HttpHeaders.ALLOW, allow);
            }
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response anythingElse(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException broken && cause == failed.getCause()) {
                return answer(BodyProblems.of(broken));
            }
            if (saysDatabaseIsAway(cause)) {
                LOG.warnf("The database does not answer: %s", cause.toString());
                return answerLater(ProblemCode.UNAVAILABLE, "The database does not answer.", LATER);
            }
        }
        if (failed instanceof TemporarilyUnavailable away) {
            LOG.warnf("A part is missing: %s", away.toString());
            return answerLater(ProblemCode.UNAVAILABLE, "The read models have not caught up with the log yet.", LATER);
        }
        return internal(failed);
    }

    private static boolean saysDatabaseIsAway(Throwable cause) {
        if (cause instanceof java.net.ConnectException
                || cause instanceof io.vertx.core.http.ConnectionPoolTooBusyException) {
            return true;
        }
        if (cause instanceof io.vertx.pgclient.PgException refused) {
            String state = refused.getSqlState();
            return state != null && (state.startsWith("08") || state.startsWith("57P"));
        }
        if (cause instanceof java.sql.SQLException refused) {
            String state = refused.getSQLState();
            return state != null && (state.startsWith("08") || state.startsWith("57P"));
        }
        String message = cause.getMessage();
        return cause instanceof io.vertx.core.VertxException
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("connection");
    }

    private Response internal(Throwable failed) {
        RoutingContext request = current.getCurrent();
        LOG.errorf(
                failed,
                "%s %s failed (traceId %s)",
                request.request().method(),
                request.normalizedPath(),
                RequestTrace.of(request).traceId());
        return answer(ProblemCode.INTERNAL_ERROR, "The request could not be carried out.");
    }

    private Response answer(Found found) {
        return answer(found.code(), found.about());
    }

    private Response answer(ProblemCode code, String detail) {
        return answer(code, Case.of(code, detail));
    }

    private Response answerLater(ProblemCode code, String detail, Duration retryAfter) {
        return answer(code, new Case(detail, code.remedy(), null, null, List.of(), retryAfter));
    }

    private Response answer(ProblemCode code, Case about) {
        return response(code, about).build();
    }

    private Response.ResponseBuilder response(ProblemCode code, Case about) {
        var response = Response.status(code.status())
                .type(MediaTypes.PROBLEM_JSON)
                .entity(writer.bytes(current.getCurrent(), code, about));
        Duration wait = about.retryAfter();
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
        }
        return response;
    }
}
