package isms.gateway;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether every service that is routed to says it is ready, by name. It is the state of the whole, for people and for whoever starts
 * it: an orchestrator should ask the gateway's liveness, or one missing service would take the way to the others with it.
 */
@Readiness
@Singleton
class ServicesReadiness implements AsyncHealthCheck {

    private static final long PATIENCE_MILLIS = 2_000;

    private final Routes routes;
    private final HttpClient client;

    @Inject
    ServicesReadiness(Vertx vertx, Routes routes) {
        this.routes = routes;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE_MILLIS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<Routes.Service> services = routes.services();
        List<Future<String>> states = services.stream().map(this::state).toList();
        return Uni.createFrom()
                .completionStage(Future.join(states)
                        .map(all -> {
                            HealthCheckResponseBuilder answer = HealthCheckResponse.named("services")
                                    .status(states.stream().allMatch(state -> "ready".equals(state.result())));
                            for (int at = 0; at < services.size(); at++) {
                                answer.withData(
                                        services.get(at).name(), states.get(at).result());
                            }
                            return answer.build();
                        })
                        .toCompletionStage());
    }

    private Future<String> state(Routes.Service service) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(service.host())
                        .setPort(service.port())
                        .setSsl(service.tls())
                        .setURI("/q/health/ready")
                        .setTimeout(PATIENCE_MILLIS))
                // asked for the body where the head arrives: from another thread it could come after the body has
                // passed
                .compose(request -> request.send()
                        .compose(response -> response.body().map(response.statusCode() == 200 ? "ready" : "not ready")))
                .recover(failure -> Future.succeededFuture("missing"));
    }
}
