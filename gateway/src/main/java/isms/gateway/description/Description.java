package isms.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import isms.gateway.GatewayConfig;
import isms.gateway.Routes;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The merged document: fetched from the services again and again, merged when one of them changed, answered from memory. A service
 * that is away keeps the place that it had.
 */
@Singleton
public class Description {

    private static final Logger LOG = Logger.getLogger(Description.class);
    private static final long MISSING_MILLIS = 2_000;
    private static final long FETCH_MILLIS = 5_000;

    private final Vertx vertx;
    private final Routes routes;
    private final GatewayConfig.Description config;
    private final String version;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private final Map<String, byte[]> lastKnown = new ConcurrentHashMap<>();
    private volatile Rendered rendered;

    @Inject
    Description(
            Vertx vertx,
            Routes routes,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.vertx = vertx;
        this.routes = routes;
        this.config = config.description();
        this.version = version;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) MISSING_MILLIS));
        this.rendered = render(Map.of());
    }

    void start(@Observes StartupEvent started) {
        refresh();
    }

    void serve(@Observes Router router) {
        router.get("/openapi").handler(this::answer);
        router.get("/openapi.json").handler(this::answer);
        router.get("/openapi.yaml").handler(this::answer);
        router.get("/docs").handler(context -> {
            if (context.request().path().endsWith("/")) {
                context.next();
            } else {
                context.response()
                        .setStatusCode(302)
                        .putHeader("location", "/docs/")
                        .end();
            }
        });
    }

    private void refresh() {
        List<Future<Boolean>> fetched =
                routes.services().stream().map(this::fetch).toList();
        Future.join(fetched)
                .compose(all -> fetched.stream().anyMatch(Future::result) ? merge() : Future.succeededFuture())
                .onComplete(done -> vertx.setTimer(
                        lastKnown.size() < routes.services().size()
                                ? MISSING_MILLIS
                                : config.refresh().toMillis(),
                        again -> refresh()));
    }

    /** Whether there is something new. */
    private Future<Boolean> fetch(Routes.Service service) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(service.host())
                        .setPort(service.port())
                        .setSsl(service.tls())
                        .setURI("/q/openapi?format=json")
                        .setTimeout(FETCH_MILLIS)
                        .putHeader("accept", "application/json"))
                // asked for the body where the head arrives: from another thread it could come after the body has
                // passed
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture("it answered " + response.statusCode())))
                .map(body -> {
                    byte[] bytes = body.getBytes();
                    return !Arrays.equals(bytes, lastKnown.put(service.name(), bytes));
                })
                .recover(failure -> {
                    LOG.debugf("No description from the %s service: %s", service.name(), failure.getMessage());
                    return Future.succeededFuture(false);
                });
    }

    private Future<Void> merge() {
        Map<String, byte[]> documents = new TreeMap<>(lastKnown);
        return vertx.<Void>executeBlocking(() -> {
                    rendered = render(documents);
                    return null;
                })
                .onFailure(failure -> LOG.error("The descriptions of the services could not be merged", failure));
    }

    private Rendered render(Map<String, byte[]> documents) {
        Merge merge = new Merge();
        try {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                merge.add(
                        document.getKey(), parsed(document.getValue()), path -> routes.shown(document.getKey(), path));
            }
            List<String> missing = routes.services().stream()
                    .map(Routes.Service::name)
                    .filter(name -> !documents.containsKey(name))
                    .toList();
            String about = "Everything that the services behind this gateway offer, in one document."
                    + (missing.isEmpty() ? "" : " Not heard of yet: " + String.join(", ", missing) + ".");
            ObjectNode merged = merge.document(config.title(), version, about, config.server());
            return new Rendered(
                    Buffer.buffer(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(merged)),
                    Buffer.buffer(yaml.writeValueAsBytes(merged)),
                    '"' + Integer.toHexString(merged.hashCode()) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parsed(byte[] document) throws IOException {
        return json.readTree(new String(document, StandardCharsets.UTF_8));
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        Rendered now = rendered;
        boolean asYaml = asYaml(request);
        String tag = asYaml ? now.tag().replace("\"", "") : now.tag();
        String etag = asYaml ? "\"" + tag + "-yaml\"" : tag;
        response.putHeader("etag", etag).putHeader("cache-control", "no-cache").putHeader("vary", "accept");
        if (etag.equals(request.getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("content-type", asYaml ? "application/yaml" : "application/json")
                .end(asYaml ? now.yaml() : now.json());
    }

    private static boolean asYaml(HttpServerRequest request) {
        String path = request.path();
        if (!"/openapi".equals(path)) {
            return path.endsWith(".yaml");
        }
        String format = request.getParam("format");
        if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        String accept = request.getHeader("accept");
        return accept != null && accept.contains("yaml") && !accept.contains("json");
    }

    private record Rendered(Buffer json, Buffer yaml, String tag) {}
}
