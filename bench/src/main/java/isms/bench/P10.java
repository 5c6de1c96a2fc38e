package isms.bench;

import isms.bench.Writers.Acknowledged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Three times as many commands as the system can take, through the gateway, whether or not earlier ones were answered: how many are
 * done, how soon the others are refused, how soon all is as before, and whether anything that was acknowledged is lost.
 */
final class P10 {

    private static final int CALLERS = 64;
    private static final int TIMES = 3;
    private static final int MOST_SLICES = 12;
    private static final double BETTER = 1.05;

    /** Five times as many clients as the system lets wait: what waits must wait there, and not in front of it. */
    private static final int CONNECTIONS = 1_000;

    /** Who offers the load sleeps at least so long, instead of waking up for each call: it shares the processors. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    private static final Duration NORMAL = Duration.ofSeconds(20);

    /** So many seconds in a row must be normal, so that a lucky one does not count. */
    private static final int IN_A_ROW = 3;

    private static final double REQUIRED_GOODPUT = 0.9;
    private static final int REQUIRED_REFUSAL_MILLIS = 50;
    private static final int REQUIRED_RECOVERY_SECONDS = 5;

    private final Flood clients;
    private final Register register;
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    private P10(Flood clients, Register register) {
        this.clients = clients;
        this.register = register;
    }

    static void run(Path project, Path results, Effort effort) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var clients = new Flood(installation.gateway.address(), installation.manager(), CONNECTIONS);
                var manager = new Api(installation.gateway.address(), installation.manager(), 1);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "p10");
            into.environment(Durability.required(server));
            new P10(clients, Register.prepare(manager, management)).run(into, effort, installation);
        }
    }

    private void run(Results into, Effort effort, Installation installation) throws Exception {
        var overloadFor = effort.of(Duration.ofSeconds(60));
        warmUp(effort);
        var earlier = told(ClosedLoop.run(new Registering("peak"), CALLERS, overloadFor));
        var before = new Phase("before", earlier.perSecond() / 2, effort.of(NORMAL));
        before.run();
        var overload = new Phase("overload", earlier.perSecond() * TIMES, overloadFor);
        var after = new Phase("after", earlier.perSecond() / 2, NORMAL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // what the overload left behind is still awaited when the load is normal again
            var pressing = threads.submit(() -> {
                overload.run();
                return true;
            });
            Thread.sleep(overloadFor);
            after.run();
            pressing.get();
        }
        var again = told(ClosedLoop.run(new Registering("peak-again"), CALLERS, overloadFor));
        double peak = Math.max(earlier.perSecond(), again.perSecond());
        var slices = List.of(
                earlier,
                again,
                told(before.slice("before", before.done)),
                told(overload.slice("overload-done", overload.done)),
                told(overload.slice("overload-refused", overload.refused)),
                told(after.slice("after", after.done)));
        into.slices(slices);
        var findings = new Audit(installation).of(acknowledged);
        double goodput = overload.doneInTime.sum() / (double) overloadFor.toSeconds() / peak;
        double refusal = overload.refused.getValueAtPercentile(99) / 1000.0;
        double asBefore = before.done.getValueAtPercentile(99) / 1000.0;
        int recovered = after.normalFrom(asBefore);
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what", "POST of new risks through the gateway at three times the rate that it can take, for a minute");
        summary.put("peakPerSecond", peak);
        summary.put("offeredPerSecond", overload.offeredInTime.sum() / (double) overloadFor.toSeconds());
        summary.put("goodputOverPeak", goodput);
        summary.put("requiredGoodput", REQUIRED_GOODPUT);
        summary.put("refused", overload.refused.getTotalCount());
        summary.put("refusalP99Millis", refusal);
        summary.put("requiredRefusalMillis", REQUIRED_REFUSAL_MILLIS);
        summary.put("refusedWithoutRetryAfter", overload.withoutRetryAfter.sum());
        summary.put("otherAnswers", overload.others());
        summary.put("refusals", overload.refusals());
        summary.put("doneP99Millis", overload.done.getValueAtPercentile(99) / 1000.0);
        summary.put("beforeP99Millis", asBefore);
        summary.put("normalAfterSeconds", recovered < 0 ? null : recovered);
        summary.put("requiredNormalAfterSeconds", REQUIRED_RECOVERY_SECONDS);
        summary.put("secondsOfOverload", overload.seconds());
        summary.put("secondsAfterOverload", after.seconds());
        summary.put("acknowledged", acknowledged.size());
        summary.put("findings", findings);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.printf(
                "P10 goodput %.2f of peak %.0f/s at %.1f times of it, refusals p99 %.0f ms (%d, %d without Retry-After, %s other), normal after %s s, %s%n",
                goodput,
                peak,
                overload.offeredInTime.sum() / (double) overloadFor.toSeconds() / peak,
                refusal,
                overload.refused.getTotalCount(),
                overload.withoutRetryAfter.sum(),
                overload.others(),
                recovered < 0 ? "more than " + NORMAL.toSeconds() : recovered,
                findings.isEmpty()
                        ? "nothing lost of " + acknowledged.size()
                        : findings.size() + " FINDINGS:\n" + Audit.told(findings));
    }

    /** Until two slices in a row are no better than the best so far; then, as they cost something too, refusals. */
    private void warmUp(Effort effort) throws Exception {
        var warmingUp = new Registering("warming-up");
        ClosedLoop.run(warmingUp, CALLERS, effort.of(Duration.ofSeconds(60)));
        double best = 0;
        for (int slices = 0, noBetter = 0; noBetter < 2 && slices < MOST_SLICES; slices++) {
            double next = ClosedLoop.run(warmingUp, CALLERS, effort.of(Duration.ofSeconds(12)))
                    .perSecond();
            noBetter = next > best * BETTER ? 0 : noBetter + 1;
            best = Math.max(best, next);
        }
        new Phase("warming-up", best * TIMES, effort.of(NORMAL)).run();
    }

    private static Slice told(Slice slice) {
        System.out.println(slice);
        return slice;
    }

    /** Registers a risk under a key, and remembers it when it was acknowledged. */
    private CompletionStage<Api.Answer> register() {
        var risk = Register.id();
        var key = UUID.randomUUID().toString();
        return clients.post("/api/v1/risks", key, register.registration(risk)).thenApply(answer -> {
            if (answer.status() == 201) {
                acknowledged.put(key, new Acknowledged(risk, 1));
            }
            return answer;
        });
    }

    private final class Registering implements Side {

        private final String name;

        Registering(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Caller caller(int index) {
            return () -> register().toCompletableFuture().join().expect(201);
        }

        @Override
        public void close() {}
    }

    /** A stretch of time with a steady load, and what became of its calls. */
    private final class Phase {

        final String name;
        final double perSecond;
        final Duration duration;
        final Histogram done = new ConcurrentHistogram(60_000_000L, 3);
        final Histogram refused = new ConcurrentHistogram(60_000_000L, 3);
        /** Less than were to be offered when who offers them could not keep up. */
        final LongAdder offeredInTime = new LongAdder();

        final LongAdder doneInTime = new LongAdder();
        final LongAdder withoutRetryAfter = new LongAdder();
        private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
        private final Map<String, LongAdder> others = new ConcurrentHashMap<>();
        private final List<Histogram> doneBySecond = new ArrayList<>();
        private final List<LongAdder> failedBySecond = new ArrayList<>();
        private long start;

        Phase(String name, double perSecond, Duration duration) {
            this.name = name;
            this.perSecond = perSecond;
            this.duration = duration;
            for (int second = 0; second <= duration.toSeconds(); second++) {
                doneBySecond.add(new ConcurrentHistogram(60_000_000L, 3));
                failedBySecond.add(new LongAdder());
            }
        }

        void run() throws InterruptedException {
            start = System.nanoTime();
            OpenLoop.run(name, perSecond, duration, PAUSE, intended -> {
                if (System.nanoTime() - start <= duration.toNanos()) {
                    offeredInTime.increment();
                }
                return register().handle((answer, failure) -> {
                    note(intended, answer, failure);
                    return true;
                });
            });
        }

        private void note(long intended, Api.@Nullable Answer answer, @Nullable Throwable failure) {
            long now = System.nanoTime();
            long micros = Math.min((now - intended) / 1000, 60_000_000L);
            int second = (int) Math.clamp((intended - start) / 1_000_000_000L, 0, duration.toSeconds());
            if (answer != null && answer.status() == 201) {
                done.recordValue(micros);
                doneBySecond.get(second).recordValue(micros);
                if (now - start <= duration.toNanos()) {
                    doneInTime.increment();
                }
                return;
            }
            failedBySecond.get(second).increment();
            if (answer != null && (answer.status() == 429 || answer.status() == 503)) {
                refused.recordValue(micros);
                counted(refusals, answer.status() + " " + answer.code());
                if (answer.retryAfter() == null) {
                    withoutRetryAfter.increment();
                }
            } else if (answer != null) {
                counted(others, answer.status() + " " + answer.code());
            } else {
                counted(others, String.valueOf(failure));
            }
        }

        private static void counted(Map<String, LongAdder> counts, String what) {
            counts.computeIfAbsent(what.substring(0, Math.min(160, what.length())), first -> new LongAdder())
                    .increment();
        }

        Slice slice(String side, Histogram latency) {
            return new Slice(side, latency.getTotalCount(), 0, duration.toMillis() / 1000.0, Duration.ZERO, latency);
        }

        Map<String, Long> refusals() {
            return sums(refusals);
        }

        /** Answers that are neither done nor refused, and calls without an answer. */
        Map<String, Long> others() {
            return sums(others);
        }

        private static Map<String, Long> sums(Map<String, LongAdder> counts) {
            var sums = new TreeMap<String, Long>();
            counts.forEach((what, count) -> sums.put(what, count.sum()));
            return sums;
        }

        /**
         * The first second from which nothing fails and nine of ten are done within the time that was normal for 99 of 100.
         *
         * @return -1 when there is none
         */
        int normalFrom(double millis) {
            int row = 0;
            for (int second = 0; second < duration.toSeconds(); second++) {
                boolean isNormal = failedBySecond.get(second).sum() == 0
                        && doneBySecond.get(second).getValueAtPercentile(90) / 1000.0 <= millis;
                row = isNormal ? row + 1 : 0;
                if (row == IN_A_ROW) {
                    return second - IN_A_ROW + 1;
                }
            }
            return -1;
        }

        /** For each second: calls done and not done, and how long they took. */
        List<Map<String, Object>> seconds() {
            var seconds = new ArrayList<Map<String, Object>>();
            for (int second = 0; second < duration.toSeconds(); second++) {
                var latency = doneBySecond.get(second);
                var told = new LinkedHashMap<String, Object>();
                told.put("done", latency.getTotalCount());
                told.put("notDone", failedBySecond.get(second).sum());
                told.put("p50Millis", latency.getValueAtPercentile(50) / 1000.0);
                told.put("p90Millis", latency.getValueAtPercentile(90) / 1000.0);
                told.put("p99Millis", latency.getValueAtPercentile(99) / 1000.0);
                seconds.add(told);
            }
            return seconds;
        }
    }
}
