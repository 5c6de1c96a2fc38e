package isms.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;

/**
 * A command through the gateway with everything running (token check, validation, {@code If-Match}, {@code Idempotency-Key},
 * projections, Kafka) against single-row commits on the same server, 32 connections each. And P3 in the same run: how long
 * after the answer of a command a reader sees it, at half of that load.
 */
final class P2 {

    private static final int CONNECTIONS = 32;
    private static final int RISKS_PER_CALLER = 8;

    private P2() {}

    static void run(Path project, Path results, Effort effort, boolean visibilityOnly) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var manager = new Api(installation.gateway.address(), installation.manager(), CONNECTIONS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            UsedLog.prepare(server);
            var settings = Durability.required(server);
            var register = Register.prepare(manager, management);
            try (var gateway = new GatewayCommands(manager, register, CONNECTIONS, RISKS_PER_CALLER)) {
                double atMost = visibilityOnly
                        ? warmUp(gateway, effort)
                        : compare(results, effort, installation, settings, gateway);
                P3.run(results, effort, settings, installation, register, gateway, atMost / 2);
            }
        }
    }

    /** What the gateway takes at most, roughly. */
    private static double warmUp(GatewayCommands gateway, Effort effort) throws Exception {
        ClosedLoop.run(gateway, CONNECTIONS, effort.of(Duration.ofSeconds(90)));
        return ClosedLoop.run(gateway, CONNECTIONS, effort.of(Duration.ofSeconds(10)))
                .perSecond();
    }

    private static double compare(
            Path results,
            Effort effort,
            Installation installation,
            java.util.Map<String, String> settings,
            GatewayCommands gateway)
            throws Exception {
        var into = Results.of(results, "p2");
        into.environment(settings);
        var single = Log.create(installation.postgres, "single");
        try (var owner = installation.postgres.connectAsSuperuser("single");
                var server = installation.superuser();
                var commits = new SingleRowCommits(single, owner, false)) {
            var plan = new Comparison.Plan(
                    // four JVMs compile on the processors that they share with everything else: that takes them minutes
                    effort.of(Duration.ofMinutes(2)), effort.of(Duration.ofSeconds(10)), effort.rounds(2), CONNECTIONS);
            var result = Comparison.run(
                    gateway,
                    commits,
                    plan,
                    new ProcessorTime(installation.processes()),
                    () -> Settled.await(server, Duration.ofMinutes(2)));
            into.slices(result.slices());
            var summary = new LinkedHashMap<String, Object>();
            summary.put(
                    "what",
                    "POST of an assessment through the gateway, everything running / single-row commits, 32 connections each");
            summary.put("ratio", result.median());
            summary.put("lowestPair", result.lowest());
            summary.put("highestPair", result.highest());
            summary.put("ratios", result.ratios());
            summary.put("ratioIncludingCatchingUp", result.sustained());
            summary.put("secondsUntilProjectedAndPublished", result.settling());
            summary.put("required", 0.15);
            summary.put("goal", 0.6);
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
            System.out.printf(
                    "P2 %.3f (pairs %.3f to %.3f; %.3f when catching up counts)%n",
                    result.median(), result.lowest(), result.highest(), result.sustained());
            return result.slices().stream()
                    .filter(slice -> slice.side().equals(gateway.name()))
                    .mapToDouble(Slice::perSecond)
                    .average()
                    .orElseThrow();
        }
    }
}
