package isms.risk.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import isms.platform.testing.IsmsInfrastructure;
import java.sql.SQLException;
import java.util.Map;

/** A database for those whose clock is ahead: time goes on from there in it. */
public final class LaterDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "risk_later";

    /** After the server is there. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            try (var server = IsmsInfrastructure.asSuperuser("risk");
                    var statement = server.createStatement()) {
                statement.execute("drop database if exists " + NAME + " with (force)");
                statement.execute("create database " + NAME + " owner risk_owner");
                statement.execute("grant connect on database " + NAME + " to risk_writer, risk_reader");
            }
            try (var database = IsmsInfrastructure.asSuperuser(NAME);
                    var statement = database.createStatement()) {
                statement.execute("alter schema public owner to risk_owner");
                statement.execute("revoke all on schema public from public");
                statement.execute("grant usage on schema public to risk_writer, risk_reader");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("ISMS_DATABASE_NAME", NAME);
    }

    @Override
    public void stop() {
        // the server goes with the JVM
    }
}
