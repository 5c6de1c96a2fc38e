package isms.gateway;

import static io.vertx.core.http.HttpHeaders.CONNECTION;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.EXPECT;
import static io.vertx.core.http.HttpHeaders.LOCATION;
import static io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One streaming proxy with its own connections per service, so that a slow service holds up nobody but its own callers. */
@Singleton
class Forwarding {

    /** Shorter than any service keeps an idle connection, so that a request seldom meets one that just closed. */
    private static final int IDLE_SECONDS = 60;

    private static final List<String> HOP_BY_HOP =
            List.of("connection", "keep-alive", "proxy-authenticate", "te", "trailer", "upgrade", "server");

    private final Map<String, Way> ways = new HashMap<>();
    private final Routes routes;
    private final List<String> internal;
    private final long limitSeconds;
    private final GatewayConfig config;
    private final long importLimitSeconds;
    private final Leftover leftover;

    @Inject
    Forwarding(Vertx vertx, Routes routes, GatewayConfig config, Leftover leftover, MeterRegistry registry) {
        this.routes = routes;
        this.internal = config.internalHeaders().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.limitSeconds = config.timeLimit().toSeconds();
        this.config = config;
        this.importLimitSeconds = config.importTimeLimit().toSeconds();
        this.leftover = leftover;
        for (Routes.Service service : routes.services()) {
            ways.put(
                    service.name(),
                    new Way(
                            service.name(),
                            proxy(vertx, service, config, registry),
                            config.connections() + config.waiting(),
                            registry));
        }
    }

    /**
     * Passes a request on to its service.
     *
     * @return false when as many as may be are under way to the service already; then nothing was done
     */
    boolean forward(RoutingContext context, Routes.Route route, Trace trace) {
        Way way = Objects.requireNonNull(ways.get(route.service().name()));
        if (!way.enter(context)) {
            return false;
        }
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        dropWhatIsNotTheClients(headers);
        headers.set(Trace.HEADER, trace.parent());
        headers.set("x-forwarded-for", request.remoteAddress().hostAddress());
        headers.set("x-forwarded-proto", String.valueOf(request.scheme()));
        HostAndPort authority = request.authority();
        if (authority != null) {
            headers.set("x-forwarded-host", authority.toString());
        }
        if (headers.contains(EXPECT)) {
            headers.remove(EXPECT);
            request.response().writeContinue();
        }
        way.proxy.handle(request);
        return true;
    }

    private HttpProxy proxy(Vertx vertx, Routes.Service service, GatewayConfig config, MeterRegistry registry) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setConnectTimeout((int) config.connectLimit().toMillis())
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()));
        RequestOptions origin = new RequestOptions()
                .setHost(service.host())
                .setPort(service.port())
                .setSsl(service.tls())
                .setConnectTimeout(config.connectLimit().toMillis())
                .setIdleTimeout(config.timeLimit().toMillis());
        RequestOptions patient = new RequestOptions(origin)
                .setIdleTimeout(config.importTimeLimit().toMillis());
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(isImport(context) ? patient : origin)
                        .recover(failure -> Future.failedFuture(new NotReached(failure)))
                        .compose(request -> stillWanted(context, request)))
                .addInterceptor(new Passage(service.name(), registry));
    }

    /** Who waited for a connection and has gone meanwhile wants nothing done any more. */
    private static Future<HttpClientRequest> stillWanted(ProxyContext context, HttpClientRequest request) {
        if (!context.request().proxiedRequest().response().closed()) {
            return Future.succeededFuture(request);
        }
        request.reset();
        return Future.failedFuture(new NotReached(new HttpClosedException("The client has gone")));
    }

    private static boolean isImport(ProxyContext context) {
        String path = String.valueOf(context.request().proxiedRequest().path());
        return Imports.are(path) || Imports.keepFiles(path);
    }

    /** Hop-by-hop headers that the sender names itself, and names that only the gateway may use towards a service. */
    private void dropWhatIsNotTheClients(MultiMap headers) {
        List<String> unwanted = new ArrayList<>(0);
        String connection = headers.get(CONNECTION);
        if (connection != null && !connection.equalsIgnoreCase("keep-alive") && !connection.equalsIgnoreCase("close")) {
            for (String name : connection.split(",")) {
                unwanted.add(name.strip());
            }
        }
        for (Map.Entry<String, String> header : headers) {
            if (reserved(header.getKey())) {
                unwanted.add(header.getKey());
            }
        }
        for (String name : unwanted) {
            headers.remove(name);
        }
    }

    private boolean reserved(String name) {
        char first = name.isEmpty() ? '-' : Character.toLowerCase(name.charAt(0));
        if (first == 'f') {
            return name.equalsIgnoreCase("forwarded");
        }
        if (first == 'x'
                && (starts(name, "x-forwarded-") || starts(name, "x-original-") || starts(name, "x-real-ip"))) {
            return true;
        }
        for (String prefix : internal) {
            if (prefix.charAt(0) == first && starts(name, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /**
     * The way to one service, and how many requests are on it. One too many is seen before anything was done for it: who refuses
     * most of what comes must not spend on refusals what the others need.
     */
    private static final class Way {

        private final HttpProxy proxy;
        private final int most;
        private final AtomicInteger underWay;

        Way(String service, HttpProxy proxy, int most, MeterRegistry registry) {
            this.proxy = proxy;
            this.most = most;
            this.underWay = Objects.requireNonNull(
                    registry.gauge("isms.gateway.under.way", Tags.of("service", service), new AtomicInteger()));
        }

        boolean enter(RoutingContext context) {
            if (underWay.incrementAndGet() > most) {
                underWay.decrementAndGet();
                return false;
            }
            // also when the client goes away before it has an answer
            context.addEndHandler(over -> underWay.decrementAndGet());
            return true;
        }
    }

    /** What happens to a request on its way to one service, and to the answer on its way back. */
    private final class Passage implements ProxyInterceptor {

        private static final String STARTED = "started";

        private final String service;
        private final Timer[] timers = new Timer[6];

        Passage(String service, MeterRegistry registry) {
            this.service = service;
            for (int status = 1; status < timers.length; status++) {
                timers[status] = Timer.builder("isms.gateway.requests")
                        .description("Requests passed on, from the head of the request to the last byte of the answer")
                        .tag("service", service)
                        .tag("outcome", status + "xx")
                        .register(registry);
            }
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.set(STARTED, System.nanoTime());
            HttpServerRequest client = context.request().proxiedRequest();
            HostAndPort authority = client.authority();
            if (authority != null) {
                // links that a service writes then lead back here
                context.request().setAuthority(authority);
            }
            Routes.Route route = route(client);
            if (route.moved()) {
                context.request().setURI(route.inward(client.uri()));
            }
            MultiMap headers = client.headers();
            if (headers.contains(TRANSFER_ENCODING)) {
                long most = Imports.largest(
                        String.valueOf(context.request().proxiedRequest().path()), config);
                LimitedBody body = new LimitedBody(client, most);
                context.request().setBody(Body.body(body));
                return context.sendRequest()
                        .recover(failure -> answer(
                                context, body.exceeded() ? Problem.bodyTooLarge(most) : explain(context, failure)));
            }
            if (!headers.contains(CONTENT_LENGTH)) {
                context.request().setBody(null);
                client.resume();
                if (client.method().equals(HttpMethod.GET) || client.method().equals(HttpMethod.HEAD)) {
                    return context.sendRequest()
                            .recover(failure ->
                                    deadConnection(failure) ? context.sendRequest() : Future.failedFuture(failure))
                            .recover(failure -> answer(context, explain(context, failure)));
                }
            }
            return context.sendRequest().recover(failure -> answer(context, explain(context, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            MultiMap headers = response.headers();
            for (String name : HOP_BY_HOP) {
                headers.remove(name);
            }
            for (String name : SecurityHeaders.NAMES) {
                headers.remove(name);
            }
            String location = headers.get(LOCATION);
            if (location != null) {
                headers.set(LOCATION, route(context.request().proxiedRequest()).outward(location));
            }
            long started = context.get(STARTED, Long.class);
            Timer timer = timers[Math.clamp(response.getStatusCode() / 100, 1, 5)];
            return context.sendResponse()
                    .onComplete(sent -> timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS));
        }

        private Routes.Route route(HttpServerRequest client) {
            return Objects.requireNonNull(routes.of(client.path()), "only what is routed comes here");
        }

        private boolean deadConnection(Throwable failure) {
            return !(failure instanceof NotReached) && !(failure instanceof TimeoutException);
        }

        private Problem explain(ProxyContext context, Throwable failure) {
            if (failure instanceof NotReached unreached) {
                return unreached.getCause() instanceof ConnectionPoolTooBusyException
                                || unreached.getCause() instanceof TimeoutException
                        ? Problem.overloaded(service)
                        : Problem.away(service);
            }
            return failure instanceof TimeoutException
                    ? Problem.tooSlow(service, isImport(context) ? importLimitSeconds : limitSeconds)
                    : Problem.cutOff(service);
        }

        private Future<ProxyResponse> answer(ProxyContext context, Problem problem) {
            HttpServerRequest client = context.request().proxiedRequest();
            String traceId = new Trace(client.getHeader(Trace.HEADER)).id();
            leftover.discard(client);
            ProxyResponse response = context.request()
                    .setBody(null)
                    .release()
                    .response()
                    .setStatusCode(problem.status())
                    .putHeader(CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .setBody(Body.body(problem.body(client.path(), traceId)));
            if (problem.retryAfter() > 0) {
                response.putHeader("Retry-After", Long.toString(problem.retryAfter()));
            }
            return Future.succeededFuture(response);
        }
    }

    /** No connection to the service was had, so nothing can have been done. */
    private static final class NotReached extends RuntimeException {
        NotReached(Throwable cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }
}
