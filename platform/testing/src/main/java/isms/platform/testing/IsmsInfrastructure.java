package isms.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import isms.platform.infrastructure.KafkaProcess;
import isms.platform.infrastructure.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and Kafka for the tests of a service, started once per JVM, with the service's database and a key that
 * {@link Tokens} are signed with.
 *
 * {@snippet :
 * @QuarkusTest
 * @QuarkusTestResource(IsmsInfrastructure.class)
 * class RisksTest {}
 * }
 */
public final class IsmsInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String POSTGRES = "isms.testing.postgres-port";
    private static final String KAFKA = "isms.testing.kafka";

    @Override
    public Map<String, String> start() {
        String service = ConfigProvider.getConfig().getValue("isms.service", String.class);
        Map<String, String> config = new HashMap<>();
        config.put("ISMS_DATABASE_PORT", Integer.toString(postgres(service)));
        config.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        config.put("quarkus.oidc.public-key", Keys.publicKey());
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    @Override
    public void stop() {
        // the servers go with the JVM: the next test class of the module uses them again
    }

    /** A connection that no policy binds, to look at what the service has written, or to break it. */
    public static Connection asSuperuser(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty(POSTGRES) + "/" + service, "postgres", "postgres");
    }

    /** A connection as one of the service's own roles: owner, writer or reader. */
    public static Connection as(String service, String role) throws SQLException {
        String user = service + "_" + role;
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty(POSTGRES) + "/" + service, user, user);
    }

    private static synchronized int postgres(String service) {
        @Nullable String known = System.getProperty(POSTGRES);
        if (known != null) {
            return Integer.parseInt(known);
        }
        PostgresServer server = PostgresServer.start();
        server.createServiceDatabase(service);
        System.setProperty(POSTGRES, Integer.toString(server.port()));
        return server.port();
    }

    private static synchronized String kafka() {
        @Nullable String known = System.getProperty(KAFKA);
        if (known != null) {
            return known;
        }
        String servers = KafkaProcess.start().bootstrapServers();
        System.setProperty(KAFKA, servers);
        return servers;
    }
}
