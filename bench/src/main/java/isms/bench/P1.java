package isms.bench;

import isms.platform.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The append engine in process against single-row commits of the same row with the same indexes, 16 callers each; and against two
 * that others use: Axon Framework's own engine, and an append that takes a lock each time.
 */
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
                    var commits = new SingleRowCommits(single, owner, false)) {
                var result = Comparison.run(
                        engine, commits, plan, new ProcessorTime(List.of(postgres.pid())), () -> Duration.ZERO);
                var peers = new LinkedHashMap<String, Comparison.Result>();
                var locked = Log.create(postgres, "locked");
                try (var lockedOwner = postgres.connectAsSuperuser("locked");
                        var peer = new SingleRowCommits(locked, lockedOwner, true)) {
                    peers.put(peer.name(), against(peer, engine, postgres, effort));
                }
                try (var peer = new StockAxon(Log.create(postgres, "stock"), postgres)) {
                    peers.put(peer.name(), against(peer, engine, postgres, effort));
                }
                write(into, result, peers, engine.meanBatch());
                System.out.printf(
                        "P1 %.2f (pairs %.2f to %.2f), %.1f commands per commit%n",
                        result.median(), result.lowest(), result.highest(), engine.meanBatch());
                return result.median();
            }
        }
    }

    private static Comparison.Result against(Side peer, Side engine, PostgresServer postgres, Effort effort)
            throws Exception {
        var plan = new Comparison.Plan(
                effort.of(Duration.ofSeconds(10)), effort.of(Duration.ofSeconds(6)), effort.rounds(2), CALLERS);
        var result =
                Comparison.run(engine, peer, plan, new ProcessorTime(List.of(postgres.pid())), () -> Duration.ZERO);
        System.out.printf(
                "P1 %.2f of %s (pairs %.2f to %.2f)%n",
                result.median(), peer.name(), result.lowest(), result.highest());
        return result;
    }

    private static void write(
            Results into, Comparison.Result result, Map<String, Comparison.Result> peers, double meanBatch)
            throws IOException {
        var slices = new ArrayList<>(result.slices());
        peers.values().forEach(peer -> slices.addAll(peer.slices()));
        into.slices(slices);
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what", "append engine in process / single-row commits of the same row and indexes, 16 callers each");
        summary.put("ratio", result.median());
        summary.put("lowestPair", result.lowest());
        summary.put("highestPair", result.highest());
        summary.put("ratios", result.ratios());
        peers.forEach((peer, against) -> {
            summary.put("ratioTo-" + peer, against.median());
            summary.put("ratiosTo-" + peer, against.ratios());
        });
        summary.put("commandsPerCommit", meanBatch);
        summary.put("required", 1.0);
        summary.put("goal", 3.0);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
    }
}
