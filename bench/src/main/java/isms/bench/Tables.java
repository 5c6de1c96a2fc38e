package isms.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code README.md} beside the results: the latest run of each benchmark, told from its files and nothing else. */
final class Tables {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Folders that were given a further name keep something for comparison, and are not the latest of anything. */
    private static final Pattern RUN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-(.+?)(-\\d+)?");

    private static final List<String> SINGLE =
            List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p9", "p10", "p11", "crash", "monte-carlo", "import");
    private static final List<String> READING = List.of("reads", "controls");

    private record Run(
            String folder,
            Instant at,
            boolean isQuick,
            JsonNode result,
            @Nullable JsonNode slices) {}

    private Tables() {}

    /** Writes the file; gives where. */
    static Path write(Path results) throws IOException {
        var file = results.resolve("README.md");
        Files.writeString(file, of(results));
        return file;
    }

    static String of(Path results) throws IOException {
        var latest = latest(results);
        var text = new StringBuilder("""
                # Latest run of each benchmark

                Written by `./isms bench tables` from the folders beside this file. What is measured, and what it means:
                [docs/performance.md](../../docs/performance.md).

                | | what | required | goal | measured | run |
                |---|---|---|---|---|---|
                """);
        for (var bench : SINGLE) {
            var run = latest.get(bench);
            if (run != null) {
                text.append(row(bench, run));
            }
        }
        for (var bench : READING) {
            var run = latest.get(bench);
            if (run != null) {
                text.append(reading(bench, run));
            }
        }
        return text.toString();
    }

    private static TreeMap<String, Run> latest(Path results) throws IOException {
        var latest = new TreeMap<String, Run>();
        try (var folders = Files.list(results)) {
            for (var folder : folders.sorted().toList()) {
                var name = RUN.matcher(folder.getFileName().toString());
                if (name.matches() && Files.exists(folder.resolve("result.json"))) {
                    latest.merge(
                            name.group(1), run(folder), (one, other) -> one.at().isAfter(other.at()) ? one : other);
                }
            }
        }
        return latest;
    }

    private static Run run(Path folder) throws IOException {
        var environment = JSON.readTree(folder.resolve("environment.json").toFile());
        var slices = folder.resolve("slices.json");
        boolean isQuick = false;
        for (var word : environment.path("asked")) {
            isQuick |= word.asText().equals("--quick");
        }
        return new Run(
                folder.getFileName().toString(),
                Instant.parse(environment.path("at").asText()),
                isQuick,
                JSON.readTree(folder.resolve("result.json").toFile()),
                Files.exists(slices) ? JSON.readTree(slices.toFile()) : null);
    }

    private static String row(String bench, Run run) {
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        bench.startsWith("p") ? bench.toUpperCase(Locale.ROOT) : bench,
                        run.result().path("what").asText(),
                        required(bench, run.result()),
                        goal(bench, run.result()),
                        measured(bench, run.result()),
                        link(run));
    }

    private static String required(String bench, JsonNode result) {
        return switch (bench) {
            case "p3", "p4", "monte-carlo" -> unless(result, "required", "%s ms");
            case "import" -> unless(result, "required", "%s s");
            case "p6" ->
                "%s ms; %s; %s"
                        .formatted(
                                text(result, "requiredMillis"),
                                text(result, "requiredRatio"),
                                text(result, "requiredGrowth"));
            case "p7" -> slopes(result.path("required"), JsonNode::asText);
            case "p9" -> "%s MiB; %s s".formatted(text(result, "requiredMebibytes"), text(result, "requiredSeconds"));
            case "p10" ->
                "goodput %s, refusals %s ms, normal after %s s"
                        .formatted(
                                text(result, "requiredGoodput"),
                                text(result, "requiredRefusalMillis"),
                                text(result, "requiredNormalAfterSeconds"));
            default -> unless(result, "required", "%s");
        };
    }

    private static String stale(JsonNode reads) {
        return "; with the token **%s** stale of %s, %s without an answer"
                .formatted(text(reads, "stale"), text(reads, "reads"), text(reads, "unanswered"));
    }

    private static String goal(String bench, JsonNode result) {
        return unless(result, "goal", bench.equals("p3") ? "%s ms" : "%s");
    }

    private static String measured(String bench, JsonNode result) {
        return switch (bench) {
            case "p1", "p2" -> ratio(result);
            case "p3" ->
                "p99 **%s ms** (median %s), at %s commands/s"
                                .formatted(
                                        number(result, "p99Millis"),
                                        number(result, "p50Millis"),
                                        number(result, "commandsPerSecond"))
                        + (result.has("withToken") ? stale(result.path("withToken")) : "");
            case "p4" ->
                "p99 **%s ms** (median %s), at %s of %s events/s; %d of %s lost"
                        .formatted(
                                number(result, "p99Millis"),
                                number(result, "p50Millis"),
                                number(result, "reachedPerSecond"),
                                text(result, "eventsPerSecond"),
                                result.path("lost").size(),
                                text(result, "approved"));
            case "p5" ->
                "**%s**, %s events at %s/s"
                        .formatted(number(result, "ratio"), text(result, "events"), number(result, "eventsPerSecond"));
            case "p6" ->
                "**%s ms** through the gateway, **%s ms** in PostgreSQL; **%s** of %s ms; **%s**, through the gateway %s"
                        .formatted(
                                number(result, "gatewayP99Millis"),
                                number(result, "statementP99Millis"),
                                number(result, "ratio"),
                                number(result, "groupByP50Millis"),
                                number(result, "growth"),
                                number(result, "growthThroughGateway"));
            case "p7" ->
                slopes(result.path("slopes"), slope -> String.format(Locale.ROOT, "**%.3f**", slope.asDouble()));
            case "p9" ->
                "%s after %s minutes at %s commands/s; first command after **%s s** (%s of %s starts from the cache), without cache %s s"
                        .formatted(
                                memory(result.path("mebibytes")),
                                text(result, "minutes"),
                                number(result, "commandsPerSecond"),
                                number(result, "firstCommandSeconds"),
                                text(result, "startsFromCache"),
                                text(result, "starts"),
                                number(result, "firstCommandSecondsWithoutCache"));
            case "p11" -> "one risk %s, page %s".formatted(ratio(result.path("oneRisk")), ratio(result.path("page")));
            case "p10" ->
                "goodput **%s** of %s/s, refusals p99 **%s ms** (%s, %s without Retry-After), normal after **%s s**; %d findings among %s acknowledged"
                        .formatted(
                                number(result, "goodputOverPeak"),
                                number(result, "peakPerSecond"),
                                number(result, "refusalP99Millis"),
                                text(result, "refused"),
                                text(result, "refusedWithoutRetryAfter"),
                                result.path("normalAfterSeconds").isNull()
                                        ? "over 20"
                                        : text(result, "normalAfterSeconds"),
                                result.path("findings").size(),
                                text(result, "acknowledged"));
            case "crash" ->
                "%s kills, %s commands acknowledged, **%d findings**"
                        .formatted(
                                text(result, "kills"),
                                text(result, "acknowledgedCommands"),
                                result.path("findings").size());
            case "monte-carlo" ->
                "**%s ms** (%s to %s)"
                        .formatted(
                                number(result, "medianMillis"),
                                number(result, "fastestMillis"),
                                number(result, "slowestMillis"));
            case "import" ->
                "answered after **%s s**, all seen after %s s, the same file again %s s"
                        .formatted(
                                all(result, "secondsToTheAnswer"),
                                all(result, "secondsUntilAllAreSeen"),
                                all(result, "secondsForTheSameFileAgain"));
            default -> "";
        };
    }

    /** One row for each request: slices come in pairs, one reader and then several. */
    private static String reading(String bench, Run run) {
        var text = new StringBuilder("""

                ## %s

                %s: %s. Milliseconds; statements of PostgreSQL for one request, at most %s.

                | request | median, one reader | p99, one reader | p99, 8 readers | answers/s, 8 readers | statements |
                |---|---|---|---|---|---|
                """.formatted(
                        bench, link(run), run.result().path("what").asText(), text(run.result(), "mostStatements")));
        var slices = Optional.ofNullable(run.slices()).orElseThrow(() -> new IllegalStateException(run.folder()));
        for (int i = 0; i + 1 < slices.size(); i += 2) {
            var one = slices.path(i);
            var several = slices.path(i + 1);
            text.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            one.path("side").asText(),
                            number(one, "p50Millis"),
                            number(one, "p99Millis"),
                            number(several, "p99Millis"),
                            number(several, "perSecond"),
                            text(
                                    run.result().path("statements"),
                                    one.path("side").asText())));
        }
        return text.toString();
    }

    private static String link(Run run) {
        return "[%1$s](%1$s)%2$s".formatted(run.folder(), run.isQuick() ? ", with `--quick`" : "");
    }

    private static String unless(JsonNode result, String name, String form) {
        return result.hasNonNull(name) ? form.formatted(result.path(name).asText()) : "";
    }

    private static String ratio(JsonNode result) {
        return "**%s** (%s to %s)"
                .formatted(number(result, "ratio"), number(result, "lowestPair"), number(result, "highestPair"));
    }

    private static String memory(JsonNode mebibytes) {
        var all = new ArrayList<String>();
        mebibytes
                .properties()
                .forEach(one -> all.add(
                        "%s **%s MiB**".formatted(one.getKey(), one.getValue().asText())));
        return String.join(", ", all);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static String slopes(JsonNode result, Function<JsonNode, String> told) {
        return Stream.of("append", "load", "projection", "heat-map")
                .map(name -> name + " " + told.apply(result.path(name)))
                .collect(Collectors.joining(", "));
    }

    private static String all(JsonNode result, String name) {
        var all = new ArrayList<String>();
        result.path(name).forEach(one -> all.add(one.asText()));
        return String.join(", ", all);
    }

    /** Three digits that count. */
    private static String number(JsonNode node, String name) {
        double value = node.path(name).asDouble();
        int places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
