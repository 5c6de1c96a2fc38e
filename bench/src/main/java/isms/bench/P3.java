package isms.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** From the answer of a command to the first reading without a token that shows it, while others write at half load. */
final class P3 {

    private static final int PROBES = 4;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final Duration BETWEEN_READS = Duration.ofMillis(1);

    private P3() {}

    static void run(
            Path results,
            Effort effort,
            Map<String, String> settings,
            Installation installation,
            Register register,
            GatewayCommands gateway,
            double perSecond)
            throws Exception {
        var into = Results.of(results, "p3");
        into.environment(settings);
        var visible = new ConcurrentHistogram(60_000_000L, 3);
        var warm = new AtomicBoolean();
        var stop = new AtomicBoolean();
        Slice load;
        try (var api = new Api(installation.gateway.address(), installation.manager(), PROBES);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PROBES; i++) {
                var risk = register.register(api);
                threads.submit(probe(api, risk, visible, warm, stop));
            }
            // nobody has read so far: what answers a reader is compiled now
            OpenLoop.run("warm-up", perSecond / 2, effort.of(Duration.ofSeconds(60)), intended -> gateway.assessNext());
            warm.set(true);
            OpenLoop.run("warm-up", perSecond, effort.of(Duration.ofSeconds(10)), intended -> gateway.assessNext());
            visible.reset();
            load = OpenLoop.run(
                    "half-load", perSecond, effort.of(Duration.ofSeconds(40)), intended -> gateway.assessNext());
            stop.set(true);
        }
        var probed = new Slice("answer-to-visible", visible.getTotalCount(), 0, load.seconds(), Duration.ZERO, visible);
        System.out.println(load);
        System.out.println(probed);
        into.slices(List.of(load, probed));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("what", "time from the answer of a command until GET without a token shows it, at half load");
        summary.put("commandsPerSecond", perSecond);
        summary.put("probes", probed.calls());
        summary.put("p50Millis", probed.millisAt(50));
        summary.put("p99Millis", probed.millisAt(99));
        summary.put("maxMillis", visible.getMaxValue() / 1000.0);
        summary.put("required", 50);
        summary.put("goal", 20);
        try (var api = new Api(installation.gateway.address(), installation.manager(), ReadYourWrites.READERS)) {
            summary.put("withToken", ReadYourWrites.run(api, register, effort));
        }
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.printf(
                "P3 p99 %.1f ms (p50 %.1f ms, %d probes, at %.0f commands/s)%n",
                probed.millisAt(99), probed.millisAt(50), probed.calls(), perSecond);
    }

    private static Callable<Boolean> probe(
            Api api, String risk, Histogram visible, AtomicBoolean warm, AtomicBoolean stop) {
        return () -> {
            var path = "/api/v1/risks/" + risk;
            for (long version = 2; !stop.get(); version++) {
                var answer = api.call("POST", path + "/assessments", Register.assessment(version), Map.of());
                long answered = System.nanoTime();
                answer.expect(200);
                while (api.get(path).json().path("version").asLong() < version) {
                    Thread.sleep(BETWEEN_READS);
                }
                visible.recordValue((System.nanoTime() - answered) / 1000);
                if (warm.get()) {
                    Thread.sleep(BETWEEN_PROBES);
                }
            }
            return true;
        };
    }
}
