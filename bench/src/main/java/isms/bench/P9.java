package isms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * What services need: their memory after a while at half of the load that the installation takes, and how long after its start
 * risk-service acknowledges its first command. With the options of the local stack, and with the ahead-of-time cache that each of its JVMs
 * writes when it ends for the first time.
 */
final class P9 {

    private static final int CALLERS = 32;
    private static final int RISKS_PER_CALLER = 8;
    private static final int REQUIRED_MEBIBYTES = 256;
    private static final double REQUIRED_SECONDS = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);
    private static final String QUIET = "-Xlog:aot*=error";

    /** A JVM that writes its cache ends some seconds after its program; on a busy machine, minutes. */
    private static final Duration WRITING = Duration.ofMinutes(3);

    private static final Pattern LOGGED = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}) +\\w+ +\\[([^\\]]*)\\] \\([^)]*\\) (.*)");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    /**
     * One start.
     *
     * @param fromCache whether the JVM has the cache mapped; it starts without one that it cannot use
     * @param answeringMillis until anything was answered at all, if only a refusal
     * @param acknowledgedMillis until a risk was registered
     * @param log what it logged, each line with the milliseconds since the start
     */
    record Start(boolean fromCache, long answeringMillis, long acknowledgedMillis, List<String> log) {}

    private P9() {}

    static void run(Path project, Path results, Effort effort) throws Exception {
        var caches = Files.createTempDirectory("isms-bench-aot-");
        try {
            record(project, effort, caches);
            measure(project, results, effort, caches);
        } finally {
            try (var files = Files.list(caches)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(caches);
        }
    }

    /** As the first run of the local stack: everything does its work for a while and ends. */
    private static void record(Path project, Effort effort, Path caches) throws Exception {
        try (var installation = Installation.start(
                        project, 1, 1, name -> List.of("-XX:AOTCacheOutput=" + cache(caches, name), QUIET));
                var manager = new Api(installation.gateway.address(), installation.manager(), CALLERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1);
                var commands = new GatewayCommands(
                        manager, Register.prepare(manager, management), CALLERS, RISKS_PER_CALLER)) {
            ClosedLoop.run(commands, CALLERS, effort.of(Duration.ofSeconds(40)));
            for (int i = 0; i < 100; i++) {
                manager.get("/api/v1/risks?limit=50&sort=-priority").expect(200);
                manager.get("/api/v1/heat-map").expect(200);
            }
            for (var service : installation.named().values()) {
                if (!service.end(WRITING)) {
                    throw new IllegalStateException(service + " was not done with its cache after " + WRITING);
                }
            }
            for (var name : installation.named().keySet()) {
                System.out.printf("  cache of %s: %,d bytes%n", name, Files.size(cache(caches, name)));
            }
        }
    }

    private static Path cache(Path caches, String name) {
        return caches.resolve(name + ".aot");
    }

    private static List<String> from(Path caches, String name) {
        return List.of("-XX:AOTCache=" + cache(caches, name), QUIET);
    }

    private static void measure(Path project, Path results, Effort effort, Path caches) throws Exception {
        try (var installation = Installation.start(project, 1, 1, name -> from(caches, name));
                var server = installation.superuser();
                var manager = new Api(installation.gateway.address(), installation.manager(), CALLERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "p9");
            into.environment(Durability.required(server));
            var register = Register.prepare(manager, management);
            var cached = new ArrayList<Start>();
            var plain = new ArrayList<Start>();
            installation.riskService().close();
            for (int round = 0; round < (effort == Effort.WHOLE ? 5 : 2); round++) {
                cached.add(start(installation, register, from(caches, "risk-service"), "from-cache-" + round));
                plain.add(start(installation, register, List.of(), "plain-" + round));
            }
            into.write("starts.json", Map.of("withCache", cached, "withoutCache", plain));
            installation.riskService().launch().await("ready");
            var summary = new LinkedHashMap<String, Object>();
            summary.put(
                    "what",
                    "memory of each service at half load; from the start of risk-service to its first acknowledged command");
            try (var commands = new GatewayCommands(manager, register, CALLERS, RISKS_PER_CALLER)) {
                memory(installation, commands, effort, into, summary);
            }
            summary.put("requiredMebibytes", REQUIRED_MEBIBYTES);
            summary.put("firstCommandSeconds", median(cached));
            summary.put("firstCommandSecondsWithoutCache", median(plain));
            summary.put(
                    "startsFromCache", cached.stream().filter(Start::fromCache).count());
            summary.put("starts", cached.size());
            summary.put("requiredSeconds", REQUIRED_SECONDS);
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
            System.out.printf(
                    "P9 first command after %.2f s (without cache %.2f s), memory in MiB %s%n",
                    median(cached), median(plain), summary.get("mebibytes"));
        }
    }

    private static double median(List<Start> starts) {
        var sorted = starts.stream().map(Start::acknowledgedMillis).sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0)
                / 1000.0;
    }

    /** Starts a risk-service and has it register a risk, again and again until it does; then ends it. */
    private static Start start(Installation installation, Register register, List<String> options, String name)
            throws Exception {
        try (var service = installation.riskService(options, name);
                var client = new Api(service.address(), installation.manager(), 1, Duration.ofSeconds(5))) {
            var risk = Register.id();
            var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            long answering = 0;
            var moment = LocalDateTime.now();
            long start = System.nanoTime();
            service.launch();
            while (true) {
                try {
                    int status = client.call("POST", "/api/v1/risks", register.registration(risk), headers)
                            .status();
                    answering = answering == 0 ? System.nanoTime() - start : answering;
                    if (status == 201) {
                        break;
                    }
                } catch (IOException notYet) {
                    // nobody listens there so far
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("no command was acknowledged within " + PATIENCE);
                }
                Thread.sleep(BETWEEN_TRIES);
            }
            long acknowledged = System.nanoTime() - start;
            var told = new Start(
                    mapsCache(service.pid()),
                    answering / 1_000_000,
                    acknowledged / 1_000_000,
                    logged(service.log(), moment));
            System.out.printf(
                    "  %s: answering after %d ms, first command after %d ms%n",
                    name, told.answeringMillis(), told.acknowledgedMillis());
            return told;
        }
    }

    private static boolean mapsCache(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "maps")).contains(".aot");
    }

    private static List<String> logged(Path log, LocalDateTime start) throws IOException {
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(log)) {
            var logged = LOGGED.matcher(line);
            if (logged.matches()) {
                var after = Duration.between(start, LocalDateTime.parse(logged.group(1), MOMENT));
                lines.add("%d ms %s: %s".formatted(after.toMillis(), logged.group(2), logged.group(3)));
            }
        }
        return lines;
    }

    private static void memory(
            Installation installation,
            GatewayCommands commands,
            Effort effort,
            Results into,
            Map<String, Object> summary)
            throws Exception {
        ClosedLoop.run(commands, CALLERS, effort.of(Duration.ofSeconds(60)));
        double half = ClosedLoop.run(commands, CALLERS, effort.of(Duration.ofSeconds(10)))
                        .perSecond()
                / 2;
        var duration = effort == Effort.WHOLE ? Duration.ofMinutes(10) : Duration.ofMinutes(1);
        var samples = new ArrayList<Map<String, Object>>();
        var stop = new AtomicBoolean();
        Slice load;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sampling = threads.submit(() -> {
                for (long start = System.nanoTime(); !stop.get(); Thread.sleep(BETWEEN_SAMPLES)) {
                    var sample = new LinkedHashMap<String, Object>();
                    sample.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
                    installation.named().forEach((name, service) -> sample.put(name, Memory.of(service.pid())));
                    samples.add(sample);
                }
                return true;
            });
            load = OpenLoop.run("half-load", half, duration, intended -> commands.assessNext());
            stop.set(true);
            sampling.get();
        }
        System.out.println(load);
        into.slices(List.of(load));
        into.write("memory.json", samples);
        var mebibytes = new LinkedHashMap<String, Object>();
        var parts = new LinkedHashMap<String, Object>();
        installation.named().forEach((name, service) -> {
            var memory = Memory.of(service.pid());
            mebibytes.put(name, memory.residentMebibytes());
            parts.put(name, Map.of("memory", memory, "heap", Memory.heap(service.pid())));
        });
        summary.put("commandsPerSecond", half);
        summary.put("minutes", duration.toMinutes());
        summary.put("mebibytes", mebibytes);
        summary.put("parts", parts);
    }
}
