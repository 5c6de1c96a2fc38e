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
    private final Route[] longestFirst;

    @Inject
    public Routes(GatewayConfig config) {
        config.routes().forEach((name, route) -> services.put(name, new Service(name, route)));
        longestFirst = services.values().stream()
                .flatMap(service -> service.paths().stream().map(path -> Route.of(path, service)))
                .sorted(Comparator.comparingInt((Route route) -> route.shown().length())
                        .reversed())
                .toArray(Route[]::new);
    }

    public @Nullable Route of(String path) {
        for (Route route : longestFirst) {
            if (Route.covers(route.shown(), path)) {
                return route;
            }
        }
        return null;
    }

    /** Under which path the gateway shows a path of a service; null when it does not lead there. */
    public @Nullable String shown(String service, String served) {
        for (Route route : longestFirst) {
            if (route.service().name().equals(service) && Route.covers(route.served(), served)) {
                String shown = route.outward(served);
                return route.equals(of(shown)) ? shown : null;
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

    /**
     * A path prefix of a service.
     *
     * @param shown the prefix here
     * @param served the prefix at the service; the same, unless every service has it and it must be told apart here
     */
    public record Route(Service service, String shown, String served) {

        private static final String SERVED_AS = "=";

        static Route of(String path, Service service) {
            int at = path.indexOf(SERVED_AS);
            return at < 0
                    ? new Route(service, path, path)
                    : new Route(service, path.substring(0, at), path.substring(at + 1));
        }

        boolean moved() {
            return !shown.equals(served);
        }

        String inward(String uri) {
            return served + uri.substring(shown.length());
        }

        String outward(String uri) {
            return covers(served, uri) ? shown + uri.substring(served.length()) : uri;
        }

        private static boolean covers(String prefix, String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }
}
