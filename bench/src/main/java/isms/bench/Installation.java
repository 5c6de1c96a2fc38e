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
import java.util.List;
import java.util.Map;

/** Everything that answers a request, from the packaged jars, on free ports and in a temporary directory. */
final class Installation implements AutoCloseable {

    static final String TENANT = "acme";

    final PostgresServer postgres;
    final KafkaProcess kafka;
    final Issuer issuer;
    final List<JavaProcess> riskServices = new ArrayList<>();
    final JavaProcess gateway;
    final Path directory;

    private Installation(Path project, int replicas) throws Exception {
        directory = Files.createTempDirectory("isms-bench-");
        postgres = PostgresServer.start();
        postgres.createServiceDatabase("risk");
        kafka = KafkaProcess.start();
        issuer = Issuer.start();
        for (int i = 0; i < replicas; i++) {
            riskServices.add(new JavaProcess(
                    project.resolve("risk-service/target/quarkus-app/quarkus-run.jar"),
                    Map.of(
                            "ISMS_DATABASE_HOST",
                            "127.0.0.1",
                            "ISMS_DATABASE_PORT",
                            Integer.toString(postgres.port()),
                            "KAFKA_BOOTSTRAP_SERVERS",
                            kafka.bootstrapServers(),
                            "ISMS_OIDC_ISSUER",
                            issuer.address()),
                    List.of(),
                    FreePorts.next(),
                    directory.resolve("risk-service-" + i + ".log")));
        }
        gateway = new JavaProcess(
                project.resolve("gateway/target/quarkus-app/quarkus-run.jar"),
                Map.of("ISMS_OIDC_ISSUER", issuer.address()),
                List.of(
                        "-Disms.gateway.routes.risk.url="
                                + riskServices.getFirst().address(),
                        // one client is all of the load: its limits are still counted, but must not be what is measured
                        "-Disms.gateway.rate-limit.client.per-second=1000000",
                        "-Disms.gateway.rate-limit.client.burst=1000000",
                        "-Disms.gateway.rate-limit.tenant.per-second=1000000",
                        "-Disms.gateway.rate-limit.tenant.burst=1000000"),
                FreePorts.next(),
                directory.resolve("gateway.log"));
    }

    /** @param project the folder of the project, in which everything was packaged */
    static Installation start(Path project, int replicas) throws Exception {
        var installation = new Installation(project, replicas);
        try {
            installation.riskServices.forEach(JavaProcess::launch);
            installation.gateway.launch();
            for (var service : installation.riskServices) {
                service.await("ready");
            }
            installation.gateway.await("live");
            return installation;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    JavaProcess riskService() {
        return riskServices.getFirst();
    }

    /** The processes whose time counts as the system's. */
    List<Long> processes() {
        var all = new ArrayList<>(List.of(postgres.pid(), kafka.pid(), gateway.pid()));
        riskServices.forEach(service -> all.add(service.pid()));
        return all;
    }

    Connection superuser() throws SQLException {
        return postgres.connectAsSuperuser("risk");
    }

    String manager() {
        return issuer.token(TENANT, People.MANAGER, "isms-manager");
    }

    String management() {
        return issuer.token(TENANT, People.MANAGEMENT, "top-management");
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
        riskServices.forEach(JavaProcess::close);
        kafka.close();
        issuer.close();
        postgres.close();
    }
}
