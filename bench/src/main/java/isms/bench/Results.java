package isms.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The files of one run: {@code <results>/<date>-<bench>/}. Raw figures, so that anyone can compute anew. */
final class Results {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Set<String> FOLDERS = Set.of("--project", "--results");

    private final Path directory;

    private Results(Path directory) {
        this.directory = directory;
    }

    static Results of(Path results, String bench) throws IOException {
        Failures.forget();
        var date = DateTimeFormatter.ISO_LOCAL_DATE.format(Instant.now().atOffset(ZoneOffset.UTC));
        var directory = results.resolve(date + "-" + bench);
        for (int again = 2; Files.exists(directory); again++) {
            directory = results.resolve(date + "-" + bench + "-" + again);
        }
        return new Results(Files.createDirectories(directory));
    }

    Path directory() {
        return directory;
    }

    /** What the figures were taken on. */
    void environment(Map<String, String> database) throws IOException {
        var environment = new LinkedHashMap<String, Object>();
        environment.put("at", Instant.now().toString());
        environment.put("asked", asked());
        environment.put("processor", processor());
        environment.put("processors", Runtime.getRuntime().availableProcessors());
        environment.put(
                "loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        environment.put("memory", line("/proc/meminfo", "MemTotal"));
        environment.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        environment.put("arguments", ManagementFactory.getRuntimeMXBean().getInputArguments());
        environment.put("postgres", database);
        write("environment.json", environment);
    }

    void write(String file, Object content) throws IOException {
        JSON.writeValue(directory.resolve(file).toFile(), content);
    }

    /** The distribution of each slice and, in {@code slices.json}, its figures. */
    void slices(List<Slice> slices) throws IOException {
        int n = 1;
        var told = new java.util.ArrayList<Map<String, Object>>();
        for (var slice : slices) {
            var file = "%02d-%s.hgrm".formatted(n++, slice.side());
            try (var out = new PrintStream(directory.resolve(file).toFile())) {
                slice.latency().outputPercentileDistribution(out, 5, 1000.0);
            }
            told.add(told(slice, file));
        }
        write("slices.json", told);
    }

    private static Map<String, Object> told(Slice slice, String file) {
        var told = new LinkedHashMap<String, Object>();
        told.put("side", slice.side());
        told.put("calls", slice.calls());
        told.put("failures", slice.failures());
        told.put("seconds", slice.seconds());
        told.put("perSecond", slice.perSecond());
        told.put("processorMicrosPerCall", slice.processorMicrosPerCall());
        told.put("p50Millis", slice.millisAt(50));
        told.put("p90Millis", slice.millisAt(90));
        told.put("p99Millis", slice.millisAt(99));
        told.put("p999Millis", slice.millisAt(99.9));
        told.put("maxMillis", slice.latency().getMaxValue() / 1000.0);
        told.put("distribution", file);
        return told;
    }

    /** The words after {@code bench.jar}, but for folders. */
    private static List<String> asked() {
        return Stream.of(System.getProperty("sun.java.command", "").split(" "))
                .skip(1)
                .filter(word -> !word.contains("/") && !FOLDERS.contains(word))
                .toList();
    }

    private static String processor() throws IOException {
        return line("/proc/cpuinfo", "model name");
    }

    private static String line(String file, String name) throws IOException {
        var path = Path.of(file);
        if (!Files.exists(path)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }
}
