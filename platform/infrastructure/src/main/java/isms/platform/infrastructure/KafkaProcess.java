package isms.platform.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link KafkaServer} in a JVM of its own, started from this JVM's class path. */
public final class KafkaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path dataDirectory;
    private final boolean temporary;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private @Nullable Process process;

    private KafkaProcess(Path dataDirectory, boolean temporary, int port, int controllerPort, Path log) {
        this.dataDirectory = dataDirectory;
        this.temporary = temporary;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    /** A fresh broker in a temporary directory on a free port. */
    public static KafkaProcess start() {
        Path directory = Directories.temporary("isms-kafka-");
        KafkaProcess kafka =
                new KafkaProcess(directory, true, FreePorts.next(), FreePorts.next(), directory.resolve("kafka.out"));
        kafka.restart();
        return kafka;
    }

    /** Starts on what the data directory holds and returns when clients can connect. */
    public static KafkaProcess start(Path dataDirectory, int port, int controllerPort, Path log) {
        KafkaProcess kafka = new KafkaProcess(Directories.created(dataDirectory), false, port, controllerPort, log);
        kafka.restart();
        return kafka;
    }

    /** The command line that runs {@link KafkaServer} with this JVM and class path. */
    public static List<String> command(Path dataDirectory, int port, int controllerPort) {
        // Surefire may hide the class path in the manifest of a jar; it tells the real one here.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                classPath,
                KafkaServer.class.getName(),
                dataDirectory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        if (process == null) {
            throw new IllegalStateException("Kafka is not running");
        }
        return process.pid();
    }

    /** Kills the broker as a crash would; {@link #restart()} recovers on the same directory and port. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(process);
            process = null;
        }
    }

    /** Starts again after {@link #kill()}; does nothing while the broker runs. */
    public void restart() {
        if (process != null) {
            return;
        }
        try {
            Process started = new ProcessBuilder(command(dataDirectory, port, controllerPort))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            // A JVM that exits without closing must not leave a broker behind.
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly, "kafka-closer"));
            awaitConnection(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            awaitEnd(process);
            process = null;
        }
        if (temporary && Files.exists(dataDirectory)) {
            Directories.delete(dataDirectory);
        }
    }

    private void awaitConnection(Process started) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return;
            } catch (IOException notYet) {
                if (!started.isAlive() || Instant.now().isAfter(deadline)) {
                    process = null;
                    started.destroyForcibly();
                    throw new IllegalStateException("Kafka did not start; its output is in " + log, notYet);
                }
            }
            try {
                started.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while Kafka was starting", e);
            }
        }
    }

    private static void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was stopping", e);
        }
    }
}
