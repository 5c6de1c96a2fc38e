package isms.platform.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL on 127.0.0.1 with durable settings and a database per service.
 *
 * <p>The roles of a service are the three walls of its data: {@code <service>_owner} migrates, {@code <service>_writer}
 * appends to the log and maintains the read models, {@code <service>_reader} answers requests under row-level security.
 * Locally each role's password is its name.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where and how to start. Whatever is not said is temporary, free and gone when the JVM ends. */
    public record Settings(
            @Nullable Path dataDirectory,
            @Nullable Integer port,
            @Nullable Path log,
            boolean stopWithTheJvm) {

        public static Settings temporary() {
            return new Settings(null, null, null, true);
        }

        public Settings dataIn(Path directory) {
            return new Settings(directory, port, log, stopWithTheJvm);
        }

        public Settings at(int chosenPort) {
            return new Settings(dataDirectory, chosenPort, log, stopWithTheJvm);
        }

        public Settings logTo(Path file) {
            return new Settings(dataDirectory, port, file, stopWithTheJvm);
        }

        /** For a supervisor that stops its parts in an order of its own. */
        public Settings outlivingTheJvm() {
            return new Settings(dataDirectory, port, log, false);
        }
    }

    private final Settings settings;
    private final Path dataDirectory;
    private final int port;
    private boolean running;

    private PostgresServer(Settings settings) {
        this.settings = settings;
        this.dataDirectory = settings.dataDirectory() == null
                ? Directories.temporary("isms-postgres-")
                : Directories.created(settings.dataDirectory());
        this.port = settings.port() == null ? FreePorts.next() : settings.port();
    }

    /** A fresh server in a temporary directory on a free port. */
    public static PostgresServer start() {
        return start(Settings.temporary());
    }

    /** Starts on what the data directory holds; a server left behind there by a dead parent is stopped first. */
    public static PostgresServer start(Settings settings) {
        PostgresServer server = new PostgresServer(settings);
        stopLeftover(server.dataDirectory);
        server.restart();
        if (settings.stopWithTheJvm()) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-closer"));
        }
        return server;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    /** The postmaster's process id. */
    public long pid() {
        return postmaster(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running in " + dataDirectory))
                .pid();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + database;
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user, password);
    }

    /** A connection that may do everything: to look at, to measure, to break things in tests. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return connect(database, SUPERUSER, SUPERUSER);
    }

    /** Creates what is missing of the service's database and roles; safe to repeat. */
    public void createServiceDatabase(String service) {
        if (!SERVICE.matcher(service).matches()) {
            throw new IllegalArgumentException("Not a name for a service's database: " + service);
        }
        try {
            try (Connection server = connectAsSuperuser(SUPERUSER);
                    Statement statement = server.createStatement()) {
                for (String role : List.of(service + "_owner", service + "_writer", service + "_reader")) {
                    if (!exists(server, "select 1 from pg_roles where rolname = ?", role)) {
                        statement.execute("create role " + role + " login password '" + role + "'");
                    }
                }
                if (!exists(server, "select 1 from pg_database where datname = ?", service)) {
                    statement.execute("create database " + service + " owner " + service + "_owner");
                }
                statement.execute("revoke all on database " + service + " from public");
                statement.execute("grant connect on database %1$s to %1$s_writer, %1$s_reader".formatted(service));
            }
            try (Connection database = connectAsSuperuser(service);
                    Statement statement = database.createStatement()) {
                statement.execute("alter schema public owner to " + service + "_owner");
                statement.execute("revoke all on schema public from public");
                statement.execute("grant usage on schema public to %1$s_writer, %1$s_reader".formatted(service));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + service + " could not be created", e);
        }
    }

    /** Kills the postmaster as a power cut would; {@link #restart()} recovers on the same directory and port. */
    public synchronized void kill() {
        ProcessHandle postmaster = postmaster(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running in " + dataDirectory));
        postmaster.destroyForcibly();
        awaitEnd(postmaster);
        running = false;
    }

    /** Starts again after {@link #kill()} or {@link #stop()}; does nothing while the server runs. */
    public synchronized void restart() {
        if (running) {
            return;
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                launch();
                running = true;
                break;
            } catch (IOException | RuntimeException e) {
                // After a kill the old backends hold the shared memory for a moment longer.
                if (Instant.now().isAfter(deadline) || !Files.exists(dataDirectory.resolve("PG_VERSION"))) {
                    throw new IllegalStateException(
                            "PostgreSQL did not start in " + dataDirectory + " on port " + port, e);
                }
                pause(Duration.ofMillis(200));
            }
        }
        try (Connection server = connectAsSuperuser(SUPERUSER);
                Statement statement = server.createStatement()) {
            statement.execute("revoke connect on database postgres, template1 from public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops cleanly (fast shutdown: sessions are ended, nothing committed is lost) and keeps the data. */
    public synchronized void stop() {
        if (running) {
            stopLeftover(dataDirectory);
            running = false;
        }
    }

    /** Stops; a temporary data directory is deleted. */
    @Override
    public synchronized void close() {
        stop();
        if (settings.dataDirectory() == null && Files.exists(dataDirectory)) {
            Directories.delete(dataDirectory);
        }
    }

    /** Stops the server that runs on this data directory, whoever started it; answers whether there was one. */
    public static boolean stopLeftover(Path dataDirectory) {
        Optional<ProcessHandle> leftover = postmaster(dataDirectory);
        leftover.ifPresent(postmaster -> {
            interrupt(postmaster);
            awaitEnd(postmaster);
        });
        return leftover.isPresent();
    }

    private void launch() throws IOException {
        // EmbeddedPostgres holds a lock that it only releases by a close() that fails after a kill. Stopping goes by
        // the
        // pid file here, which also finds servers of other JVMs, so the lock guards nothing.
        Files.deleteIfExists(dataDirectory.resolve("epg-lock"));
        PostgresBinaries.deleteWhatIsHalfUnpacked(PostgresBinaries.folder());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dataDirectory.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setDataDirectoryCustomizer(PostgresServer::askForPasswords)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                // With the defaults a checkpoint comes every half minute under load, and after each every page is
                // logged whole.
                .setServerConfig("max_wal_size", "4GB")
                // Files of the write-ahead log are used again instead of made anew, for which all commits wait.
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("checkpoint_timeout", "15min")
                // At its usual pace the clean-up of one wide table takes half a processor from whoever waits for an
                // answer.
                .setServerConfig("autovacuum_vacuum_cost_delay", "20ms");
        if (settings.log() != null) {
            Redirect log = Redirect.appendTo(settings.log().toFile());
            builder.setOutputRedirector(log).setErrorRedirector(log);
        }
        builder.start();
    }

    private static void askForPasswords(File directory) {
        try {
            Files.writeString(directory.toPath().resolve("pg_hba.conf"), """
                    local all postgres trust
                    host  all postgres 127.0.0.1/32 trust
                    host  all postgres ::1/128 trust
                    local all all scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    host  all all ::1/128 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path dataDirectory) {
        Path file = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            // A process id found in an old file may belong to anybody by now.
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void interrupt(ProcessHandle postmaster) {
        try {
            // SIGINT asks for the fast shutdown; SIGTERM would wait for every session to end by itself.
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("PostgreSQL (process " + process.pid() + ") did not stop", e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
