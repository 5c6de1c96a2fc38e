package isms.gateway;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Set;
import org.jboss.logging.Logger;

/** The checks that every request passes, cheapest first: path, method, announced size, token, rate. What passes is forwarded. */
@Singleton
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** After cross-origin handling (300), before anything of Quarkus that looks at credentials (200). */
    private static final int PRIORITY = 250;

    private static final Set<String> PUBLIC = Set.of(
            "/",
            "/favicon.ico",
            "/docs",
            "/docs/",
            "/docs/docs.js",
            "/docs/docs.css",
            "/openapi",
            "/openapi.json",
            "/openapi.yaml",
            "/openapi-ui/swagger-ui-bundle.js",
            "/openapi-ui/swagger-ui.css",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started");
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String BEARER = "Bearer ";

    private final Routes routes;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Forwarding forwarding;
    private final Leftover leftover;
    private final GatewayConfig config;
    private final boolean openMetrics;

    @Inject
    Door(
            Routes routes,
            Tokens tokens,
            RateLimits limits,
            Forwarding forwarding,
            Leftover leftover,
            GatewayConfig config) {
        this.routes = routes;
        this.tokens = tokens;
        this.limits = limits;
        this.forwarding = forwarding;
        this.leftover = leftover;
        this.config = config;
        this.openMetrics = config.openMetrics();
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path != null && path.startsWith("/api/")) {
            SecurityHeaders.forData(request);
            api(context, request, path);
        } else if (path != null && (PUBLIC.contains(path) || "/q/metrics".equals(path) && showsMetrics(request))) {
            SecurityHeaders.forPages(request);
            context.next();
        } else {
            SecurityHeaders.forData(request);
            refuse(request, Problem.notFound(String.valueOf(path)), Trace.of(request));
        }
    }

    private void api(RoutingContext context, HttpServerRequest request, String path) {
        Trace trace = Trace.of(request);
        if (!plain(path)) {
            refuse(request, Problem.ambiguousPath(), trace);
            return;
        }
        if (!METHODS.contains(request.method())) {
            refuse(request, Problem.methodNotAllowed(request.method().name()), trace);
            return;
        }
        String length = request.getHeader(CONTENT_LENGTH);
        long most = Imports.largest(path, config);
        if (length != null && tooLong(length, most)) {
            refuse(request, Problem.bodyTooLarge(most), trace);
            return;
        }
        String authorization = request.getHeader(AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refuse(request, Problem.unauthenticated("No bearer token was sent."), trace);
            return;
        }
        String token = authorization.substring(BEARER.length()).trim();
        Client known = tokens.known(token);
        if (known != null) {
            admit(context, path, known, trace);
            return;
        }
        // nothing of the body may arrive before there is somebody to take it
        request.pause();
        tokens.verify(token)
                .subscribe()
                .with(client -> admit(context, path, client, trace), failure -> refuse(request, why(failure), trace));
    }

    private void admit(RoutingContext context, String path, Client client, Trace trace) {
        HttpServerRequest request = context.request();
        RateLimits.Verdict verdict = limits.take(client);
        HttpServerResponse response = request.response();
        response.putHeader("RateLimit-Policy", verdict.policy()).putHeader("RateLimit", verdict.left());
        if (verdict.exhausted() != null) {
            refuse(request, Problem.tooManyRequests(verdict.exhausted(), verdict.retryAfter()), trace);
            return;
        }
        Routes.Route route = routes.of(path);
        if (route == null) {
            refuse(request, Problem.notFound(path), trace);
            return;
        }
        if (!forwarding.forward(context, route, trace)) {
            refuse(request, Problem.overloaded(route.service().name()), trace);
        }
    }

    private static Problem why(Throwable failure) {
        if (failure instanceof AuthenticationException) {
            return Problem.unauthenticated(
                    "The token is not valid: expired, not yet valid, not for this audience, or not signed by the"
                            + " identity provider.");
        }
        if (failure instanceof OIDCException) {
            LOG.warnf("The identity provider does not answer: %s", failure.getMessage());
        } else {
            LOG.error("A token could not be verified", failure);
        }
        return Problem.identityProviderAway();
    }

    private static boolean tooLong(String length, long most) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException beyondAnyBody) {
            return true;
        }
    }

    /**
     * A service might resolve dot segments and encoded slashes that the choice of a route did not see, and so be reached under a path
     * that is not routed to it.
     */
    private static boolean plain(String path) {
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c == '\\' || c == ';') {
                return false;
            }
            if (c == '/' && at + 1 < path.length()) {
                char next = path.charAt(at + 1);
                if (next == '/' || next == '.') {
                    return false;
                }
            }
            if (c == '%'
                    && (path.regionMatches(true, at, "%2f", 0, 3)
                            || path.regionMatches(true, at, "%2e", 0, 3)
                            || path.regionMatches(true, at, "%5c", 0, 3)
                            || path.regionMatches(true, at, "%25", 0, 3))) {
                return false;
            }
        }
        return true;
    }

    private boolean showsMetrics(HttpServerRequest request) {
        if (openMetrics) {
            return true;
        }
        // the connection's own address: a forwarded one is what somebody says
        String from = request.connection().remoteAddress().hostAddress();
        return from != null && InetAddress.ofLiteral(from).isLoopbackAddress();
    }

    private void refuse(HttpServerRequest request, Problem problem, Trace trace) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader(CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"isms\"");
        }
        if (problem.retryAfter() > 0) {
            response.putHeader("Retry-After", Long.toString(problem.retryAfter()));
        }
        response.end(problem.body(request.path(), trace.id()));
        leftover.discard(request);
    }
}
