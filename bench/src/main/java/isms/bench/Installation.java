package isms.bench;

import isms.platform.infrastructure.FreePorts;
import isms.platform.infrastructure.KafkaProcess;
import isms.platform.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that answers a request, from the packaged jars, on free ports and in a temporary directory. */
final class Installation implements AutoCloseable {

    static final String TENANT = "acme";

    final PostgresServer postgres;
    final KafkaProcess kafka;
    final Issuer issuer;
    final List<JavaProcess> riskServices = new ArrayList<>();
    final List<JavaProcess> controlServices = new ArrayList<>();
    final JavaProcess gateway;
    final Path directory;

    private final Path project;

    private Installation(Path where, int risks, int controls, Function<String, List<String>> options) throws Exception {
        project = where.toAbsolutePath();
        directory = Files.createTempDirectory("isms-bench-");
        postgres = PostgresServer.start(PostgresServer.Settings.temporary().logTo(postgresLog()));
        kafka = KafkaProcess.start();
        issuer = Issuer.start();
        var routes = new ArrayList<String>();
        install("risk", risks, riskServices, routes, options);
        install("control", controls, controlServices, routes, options);
        routes.addAll(options.apply("gateway"));
        // one client is all of the load: its limits are still counted, but must not be what is measured
        for (var whose : List.of("client", "tenant")) {
            routes.add("-Disms.gateway.rate-limit." + whose + ".per-second=1000000");
            routes.add("-Disms.gateway.rate-limit." + whose + ".burst=1000000");
        }
        gateway = new JavaProcess(
                project.resolve("gateway/target/quarkus-app/quarkus-run.jar"),
                Map.of("ISMS_OIDC_ISSUER", issuer.address()),
                routes,
                FreePorts.next(),
                directory.resolve("gateway.log"));
    }

    private void install(
            String service,
            int replicas,
            List<JavaProcess> into,
            List<String> routes,
            Function<String, List<String>> options) {
        for (int i = 0; i < replicas; i++) {
            into.add(service(service, options.apply(service + "-service"), Integer.toString(i)));
        }
        if (replicas > 0) {
            postgres.createServiceDatabase(service);
            routes.add("-Disms.gateway.routes." + service + ".url="
                    + into.getFirst().address());
        }
    }

    private JavaProcess service(String service, List<String> options, String name) {
        return new JavaProcess(
                project.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"),
                Map.of(
                        "ISMS_DATABASE_HOST",
                        "127.0.0.1",
                        "ISMS_DATABASE_PORT",
                        Integer.toString(postgres.port()),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "ISMS_OIDC_ISSUER",
                        issuer.address()),
                options,
                FreePorts.next(),
                directory.resolve(service + "-service-" + name + ".log"));
    }

    /**
     * With risk-service only.
     *
     * @param project the folder of the project, in which everything was packaged
     */
    static Installation start(Path project, int replicas) throws Exception {
        return start(project, replicas, 0);
    }

    /** With so many replicas of each service; what a measurement does not ask keeps no memory and no processor from it. */
    static Installation start(Path project, int risks, int controls) throws Exception {
        return start(project, risks, controls, name -> List.of());
    }

    /** @param options further ones of the JVM of {@code risk-service}, {@code control-service} and {@code gateway} */
    static Installation start(Path project, int risks, int controls, Function<String, List<String>> options)
            throws Exception {
        var installation = new Installation(project, risks, controls, options);
        try {
            installation.services().forEach(JavaProcess::launch);
            installation.gateway.launch();
            for (var service : installation.services()) {
                service.await("ready");
            }
            installation.gateway.await("live");
            return installation;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    private List<JavaProcess> services() {
        return Stream.concat(riskServices.stream(), controlServices.stream()).toList();
    }

    JavaProcess riskService() {
        return riskServices.getFirst();
    }

    /**
     * One more on the same database, not started and not known to the gateway; who asks for it closes it.
     *
     * @param name of its log
     */
    JavaProcess riskService(List<String> options, String name) {
        return service("risk", options, name);
    }

    /** The first of each service, and the gateway. */
    Map<String, JavaProcess> named() {
        var named = new LinkedHashMap<String, JavaProcess>();
        riskServices.stream().limit(1).forEach(service -> named.put("risk-service", service));
        controlServices.stream().limit(1).forEach(service -> named.put("control-service", service));
        named.put("gateway", gateway);
        return named;
    }

    /** What PostgreSQL logs. */
    Path postgresLog() {
        return directory.resolve("postgresql.log");
    }

    /** The processes whose time counts as the system's. */
    List<Long> processes() {
        var all = new ArrayList<>(List.of(postgres.pid(), kafka.pid(), gateway.pid()));
        services().forEach(service -> all.add(service.pid()));
        return all;
    }

    Connection superuser() throws SQLException {
        return superuser("risk");
    }

    /** Everything of one service's database. */
    Connection superuser(String service) throws SQLException {
        return postgres.connectAsSuperuser(service);
    }

    String manager() {
        return issuer.token(TENANT, People.MANAGER, "isms-manager");
    }

    String management() {
        return issuer.token(TENANT, People.MANAGEMENT, "top-management");
    }

    /** Who owns the risks of a {@link Register}. */
    String owner() {
        return issuer.token(TENANT, People.OWNER, "risk-owner");
    }

    String admin() {
        return issuer.token(TENANT, People.ADMIN, "operator");
    }

    /** Subject ids. */
    static final class People {
        static final String MANAGER = "00000001-0000-4000-8000-000000000001";
        static final String MANAGEMENT = "00000001-0000-4000-8000-000000000002";
        static final String ADMIN = "00000001-0000-4000-8000-000000000003";
        static final String OWNER = "00000001-0000-4000-8000-000000000004";

        private People() {}
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        services().forEach(JavaProcess::close);
        kafka.close();
        issuer.close();
        postgres.close();
    }
}
