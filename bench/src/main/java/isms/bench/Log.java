package isms.bench;

import isms.platform.infrastructure.PostgresServer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with an empty event log, as every service has one. */
final class Log {

    private Log() {}

    /** Creates database, roles and tables; returns connections of the role that appends. */
    static DataSource create(PostgresServer postgres, String service) {
        postgres.createServiceDatabase(service);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(service), service + "_owner", service + "_owner")
                .locations("classpath:db/platform")
                .placeholders(java.util.Map.of("writer", service + "_writer", "reader", service + "_reader"))
                .load()
                .migrate();
        return writer(postgres, service);
    }

    static DataSource writer(PostgresServer postgres, String service) {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(service));
        source.setUser(service + "_writer");
        source.setPassword(service + "_writer");
        return source;
    }
}
