package isms.bench;

import isms.platform.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** The append engine in process against single-row commits of the same row with the same indexes, 16 callers each. */
final class P1 {

    private static final int CALLERS = 16;

    private P1() {}

    static double run(Path results, Effort effort) throws Exception {
        try (var postgres = PostgresServer.start();
                var superuser = postgres.connectAsSuperuser("postgres")) {
            var settings = Durability.required(superuser);
            var into = Results.of(results, "p1");
            into.environment(settings);
            var plan = new Comparison.Plan(
                    effort.of(Duration.ofSeconds(10)), effort.of(Duration.ofSeconds(8)), effort.rounds(4), CALLERS);
            var log = Log.create(postgres, "engine");
            var single = Log.create(postgres, "single");
            try (var engine = new AppendEngine(log);
                    var owner = postgres.connectAsSuperuser("single");
                    var commits = new SingleRowCommits(single, owner)) {
                var result = Comparison.run(
                        engine, commits, plan, new ProcessorTime(List.of(postgres.pid())), () -> Duration.ZERO);
                write(into, result, engine.meanBatch());
                System.out.printf(
                        "P1 %.2f (pairs %.2f to %.2f), %.1f commands per commit%n",
                        result.median(), result.lowest(), result.highest(), engine.meanBatch());
                return result.median();
            }
        }
    }

    private static void write(Results into, Comparison.Result result, double meanBatch) throws IOException {
        into.slices(result.slices());
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what", "append engine in process / single-row commits of the same row and indexes, 16 callers each");
        summary.put("ratio", result.median());
        summary.put("lowestPair", result.lowest());
        summary.put("highestPair", result.highest());
        summary.put("ratios", result.ratios());
        summary.put("commandsPerCommit", meanBatch);
        summary.put("required", 1.0);
        summary.put("goal", 3.0);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
    }
}
