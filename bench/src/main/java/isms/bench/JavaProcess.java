package isms.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A packaged service in a JVM of its own, as the local stack starts it, that can be killed and started again. */
final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String what;
    private final List<String> program;
    private final Map<String, String> environment;
    private final List<String> properties;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /** @param environment with what the service listens on: {@code QUARKUS_HTTP_PORT} is added */
    JavaProcess(Path jar, Map<String, String> environment, List<String> properties, int port, Path log) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; build first: ./mvnw -DskipTests package");
        }
        this(jar.toString(), List.of("-jar", jar.toString()), environment, properties, port, log);
    }

    private JavaProcess(
            String what,
            List<String> program,
            Map<String, String> environment,
            List<String> properties,
            int port,
            Path log) {
        this.what = what;
        this.program = program;
        this.environment = environment;
        this.properties = properties;
        this.port = port;
        this.log = log;
    }

    /** A program of this harness, with the same options as a service. */
    static JavaProcess of(Class<?> main, Map<String, String> environment, int port, Path log) {
        return new JavaProcess(
                main.getSimpleName(),
                List.of("-cp", System.getProperty("java.class.path"), main.getName()),
                environment,
                List.of(),
                port,
                log);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    long pid() {
        if (process == null) {
            throw new IllegalStateException(what + " is not running");
        }
        return process.pid();
    }

    Path log() {
        return log;
    }

    @Override
    public String toString() {
        return what;
    }

    JavaProcess launch() {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
        command.addAll(program);
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            var started = builder.start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** @param health what is waited for: {@code ready}, or {@code live} of what is not ready while others are missing */
    JavaProcess await(String health) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!is(health)) {
            if (process == null || !process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " is not " + health + "; its output is in " + log);
            }
            Thread.sleep(100);
        }
        return this;
    }

    private boolean is(String health) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address().resolve("/q/health/" + health))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As a crash would: no shutdown, no goodbye. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
            process = null;
        }
    }

    @Override
    public void close() {
        end(STOPPING);
    }

    /** Asks it to end; gives whether it did so in time, which one that does not run has done. */
    boolean end(Duration patience) {
        boolean byItself = true;
        if (process != null) {
            process.destroy();
            try {
                byItself = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (!byItself) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                byItself = false;
                Thread.currentThread().interrupt();
            }
            process = null;
        }
        return byItself;
    }
}
