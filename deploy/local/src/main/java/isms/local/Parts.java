package isms.local;

import isms.platform.infrastructure.KafkaProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs. The one place to name a new service in. */
final class Parts {

    /**
     * A service of the system.
     *
     * @param name also the folder of its module
     * @param context names its database and its route in the gateway
     * @param port where it listens unless told otherwise
     */
    record Service(String name, String context, int port) {}

    static final List<Service> SERVICES =
            List.of(new Service("risk-service", "risk", 8081), new Service("control-service", "control", 8082));

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Parts() {}

    static List<Part> of(Layout layout, Ports ports) {
        List<Part> parts = new ArrayList<>();
        parts.add(new PostgresPart(
                layout,
                ports.of(Ports.POSTGRES),
                SERVICES.stream().map(Service::context).toList()));
        parts.add(kafka(layout, ports));
        parts.add(keycloak(layout, ports));
        SERVICES.stream()
                .filter(service -> Files.isDirectory(layout.project().resolve(service.name())))
                .forEach(service -> parts.add(service(layout, ports, service)));
        parts.add(gateway(layout, ports));
        return parts;
    }

    static URI gatewayAddress(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.of(Ports.GATEWAY));
    }

    static URI issuer(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.of(Ports.KEYCLOAK) + "/realms/isms");
    }

    private static Part kafka(Layout layout, Ports ports) {
        int port = ports.of(Ports.KAFKA);
        return new ProcessPart(
                layout,
                new ProcessPart.Launch(
                        Ports.KAFKA,
                        List.of(),
                        KafkaProcess.command(layout.data(Ports.KAFKA), port, ports.of(Ports.KAFKA_CONTROLLER)),
                        cache(layout, Ports.KAFKA, localJar(layout)),
                        Map.of(),
                        "127.0.0.1:" + port,
                        () -> Probe.accepts(port)));
    }

    private static Part keycloak(Layout layout, Ports ports) {
        int port = ports.of(Ports.KEYCLOAK);
        Path home = keycloakHome(layout);
        URI metadata = URI.create(issuer(ports) + "/.well-known/openid-configuration");
        return new ProcessPart(
                layout,
                new ProcessPart.Launch(
                        Ports.KEYCLOAK,
                        List.of(),
                        List.of(home.resolve("bin").resolve("kc.sh").toString(), "start-dev", "--import-realm"),
                        null,
                        Map.ofEntries(
                                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                                Map.entry("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"),
                                Map.entry("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"),
                                Map.entry("KC_CACHE", "local"),
                                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                                Map.entry("KC_HTTP_PORT", Integer.toString(port)),
                                // Tokens name their issuer; it must not depend on the name a client reached it by.
                                Map.entry("KC_HOSTNAME", "http://127.0.0.1:" + port),
                                Map.entry(
                                        "KC_DB_URL",
                                        "jdbc:h2:file:"
                                                + layout.data(Ports.KEYCLOAK).resolve("keycloakdb")
                                                + ";NON_KEYWORDS=VALUE"),
                                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")),
                        "http://127.0.0.1:" + port,
                        () -> Probe.answers(metadata)));
    }

    /** Lays the realm where Keycloak imports it from; a realm that exists already is left as it is. */
    static void provideRealm(Layout layout) {
        Path target = keycloakHome(layout).resolve("data").resolve("import").resolve("isms-realm.json");
        try (InputStream realm =
                Objects.requireNonNull(Parts.class.getResourceAsStream("isms-realm.json"), "isms-realm.json")) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(realm, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keycloakHome(Layout layout) {
        Path built = layout.project().resolve("deploy").resolve("local").resolve("target");
        try (Stream<Path> found = Files.list(built)) {
            return found.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Keycloak is missing in " + built + "; build again."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part service(Layout layout, Ports ports, Service service) {
        int port = ports.of(service.name());
        return new ProcessPart(
                layout,
                new ProcessPart.Launch(
                        service.name(),
                        List.of(Ports.POSTGRES),
                        quarkus(layout, service.name(), List.of()),
                        cache(layout, service.name(), jar(layout, service.name())),
                        Map.of(
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port),
                                "ISMS_DATABASE_HOST",
                                "127.0.0.1",
                                "ISMS_DATABASE_PORT",
                                Integer.toString(ports.of(Ports.POSTGRES)),
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "127.0.0.1:" + ports.of(Ports.KAFKA),
                                "ISMS_OIDC_ISSUER",
                                issuer(ports).toString()),
                        "http://127.0.0.1:" + port,
                        () -> Probe.answers(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))));
    }

    private static Part gateway(Layout layout, Ports ports) {
        int port = ports.of(Ports.GATEWAY);
        List<String> routes = SERVICES.stream()
                .map(service -> "-Disms.gateway.routes.%s.url=http://127.0.0.1:%d"
                        .formatted(service.context(), ports.of(service.name())))
                .toList();
        return new ProcessPart(
                layout,
                new ProcessPart.Launch(
                        Ports.GATEWAY,
                        List.of(),
                        quarkus(layout, Ports.GATEWAY, routes),
                        cache(layout, Ports.GATEWAY, jar(layout, Ports.GATEWAY)),
                        Map.of(
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port),
                                "ISMS_OIDC_ISSUER",
                                issuer(ports).toString()),
                        gatewayAddress(ports).toString(),
                        () -> Probe.answers(gatewayAddress(ports).resolve("/q/health/ready"))));
    }

    private static List<String> quarkus(Layout layout, String module, List<String> properties) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MetaspaceSize=192m",
                // code compiled anew is collected by stopping everybody: not before there is little room left
                "-XX:SweeperThreshold=60",
                "-Dquarkus.analytics.disabled=true",
                "-Daxoniq.update-checker.disabled=true"));
        command.addAll(properties);
        command.add("-jar");
        command.add(jar(layout, module).toString());
        return command;
    }

    private static @Nullable AotCache cache(Layout layout, String part, Path program) {
        return "off".equals(System.getenv("ISMS_AOT_CACHE")) ? null : new AotCache(layout.aotCache(part), program);
    }

    private static Path jar(Layout layout, String module) {
        return layout.project()
                .resolve(module)
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
    }

    private static Path localJar(Layout layout) {
        return layout.project()
                .resolve("deploy")
                .resolve("local")
                .resolve("target")
                .resolve("isms-local.jar");
    }
}
