package isms.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged system, started once for all journeys, on free ports and with data of its own. */
final class Stack {

    /** What a command of the script said. */
    record Said(int exitCode, String out, String err) {}

    private static final Path PROJECT =
            Path.of(System.getProperty("isms.project", "..")).toAbsolutePath().normalize();
    private static final Path STATE =
            Path.of(System.getProperty("isms.state", "target/stack")).toAbsolutePath();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static boolean started;

    private Stack() {}

    static Path project() {
        return PROJECT;
    }

    static Path state() {
        return STATE;
    }

    /** Starts everything unless it runs. */
    static synchronized void isUp() {
        if (!started) {
            Runtime.getRuntime().addShutdownHook(new Thread(Stack::down));
            Said said = isms("up", "--no-build", "--detach", "--ports", "auto", "--fresh");
            assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
            started = true;
        }
    }

    /** Stops everything, once; by the last of the journeys, or when the JVM ends before. */
    static synchronized void down() {
        if (started) {
            started = false;
            Unattended.end();
            isms("down");
        }
    }

    /** Runs {@code ./isms} with these arguments, away from the project's folder, and waits for its end. */
    static Said isms(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROJECT.resolve("isms").toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("isms-", ".out");
            Path err = Files.createTempFile("isms-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("ISMS_STATE_DIR", STATE.toString());
            // Two starts are too few for the recording to pay.
            builder.environment().put("ISMS_AOT_CACHE", "off");
            // The last of the journeys puts the clock ahead.
            builder.environment().put("ISMS_CLOCK_MOVABLE", "true");
            Process process = builder.start();
            if (!process.waitFor(8, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("./isms " + String.join(" ", arguments) + " did not end");
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int port(String part) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(STATE.resolve("run").resolve("stack.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(properties.getProperty("port." + part));
    }

    static String gateway() {
        return "http://127.0.0.1:" + port("gateway");
    }

    /** The processes of the stack, their children included. */
    static List<ProcessHandle> processes() {
        try (Stream<Path> files = Files.list(STATE.resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(Stack::pid)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProcessHandle process(String part) {
        return ProcessHandle.of(pid(STATE.resolve("run").resolve(part + ".pid")))
                .orElseThrow();
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String log(String part) {
        try {
            return Files.readString(STATE.resolve("logs").resolve(part + ".log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request of this person through the gateway. */
    static RequestSpecification as(String user) {
        return given().baseUri(gateway())
                .header("Authorization", "Bearer " + token(user))
                .accept("application/json")
                .contentType("application/json");
    }

    static String token(String user) {
        return TOKENS.computeIfAbsent(user, name -> {
            Said said = isms("token", name);
            assertThat(said.exitCode()).as(said.err()).isZero();
            return said.out().strip();
        });
    }

    /** A token of who operates the installation. */
    static String operator() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "operations")
                .formParam("client_secret", "operations-secret")
                .post("http://127.0.0.1:" + port("keycloak") + "/realms/isms/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Puts the clock of the risk service ahead of the real time, and answers what can be seen then. */
    static String putClockAhead(Period ahead) {
        Response moved = given().baseUri(gateway())
                .header("Authorization", "Bearer " + operator())
                .contentType("application/json")
                .body("{\"ahead\": \"" + ahead + "\"}")
                .post("/api/v1/operations/risk/clock");
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        return moved.header("Consistency-Token");
    }

    /** The tokens of an earlier start are worth nothing when the ports, and so the issuer, have changed. */
    static void forgetTokens() {
        TOKENS.clear();
    }

    /** How many events people have brought about in the risk service, of all organizations; days pass without them. */
    static long events() {
        return Long.parseLong(rows("risk", "select count(*) from event_log where actor <> 'system'")
                .getFirst());
    }

    /** What PostgreSQL answers, the columns of a row put together with a space between them. */
    static List<String> rows(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port("postgresql") + "/" + database, "postgres", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Keeps the supervisor from doing anything: what dies meanwhile stays away. When closed it sees what has died, and starts it
     * again where it was.
     */
    static final class Unattended implements AutoCloseable {

        private static volatile boolean stopped;

        Unattended() {
            signal("STOP");
            stopped = true;
        }

        @Override
        public void close() {
            end();
        }

        private static void end() {
            if (stopped) {
                signal("CONT");
                stopped = false;
            }
        }

        private static void signal(String name) {
            try {
                Process sent = new ProcessBuilder(
                                "kill",
                                "-" + name,
                                Long.toString(process("supervisor").pid()))
                        .inheritIO()
                        .start();
                assertThat(sent.waitFor()).as("kill -" + name).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
