package isms.gateway;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which service answers for a path: the one with the longest prefix of whole path segments. */
@Singleton
public class Routes {

    private final Map<String, Service> services = new TreeMap<>();
    private final Prefix[] longestFirst;

    @Inject
    public Routes(GatewayConfig config) {
        config.routes().forEach((name, route) -> services.put(name, new Service(name, route)));
        longestFirst = services.values().stream()
                .flatMap(service -> service.paths().stream().map(path -> new Prefix(path, service)))
                .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.path().length())
                        .reversed())
                .toArray(Prefix[]::new);
    }

    public @Nullable Service of(String path) {
        for (Prefix prefix : longestFirst) {
            if (prefix.covers(path)) {
                return prefix.service();
            }
        }
        return null;
    }

    public List<Service> services() {
        return List.copyOf(services.values());
    }

    public record Service(String name, String host, int port, boolean tls, List<String> paths) {

        Service(String name, GatewayConfig.Route route) {
            this(
                    name,
                    route.url().getHost(),
                    route.url().getPort() > 0
                            ? route.url().getPort()
                            : "https".equals(route.url().getScheme()) ? 443 : 80,
                    "https".equals(route.url().getScheme()),
                    List.copyOf(route.paths()));
        }
    }

    private record Prefix(String path, Service service) {

        boolean covers(String requested) {
            return requested.startsWith(path)
                    && (requested.length() == path.length() || requested.charAt(path.length()) == '/');
        }
    }
}
