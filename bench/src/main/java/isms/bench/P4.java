package isms.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/**
 * From the answer of a command to risk-service until control-service shows, over Kafka and through its API, what follows from it:
 * treatment plans are approved at a fixed rate, and what they need of controls is asked for. Afterwards each approved plan must be
 * there.
 */
final class P4 {

    private static final int CONNECTIONS = 64;
    private static final int OBSERVERS = 64;
    private static final int OBSERVED_PER_SECOND = 10;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);

    private final Api owner;
    private final Api viewer;
    private final Plans plans;
    private final ExecutorService observers;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final ConcurrentHistogram visible = new ConcurrentHistogram(PATIENCE.toMillis() * 1000, 3);
    private final LongAdder unseen = new LongAdder();

    private P4(Api owner, Api viewer, Plans plans, ExecutorService observers) {
        this.owner = owner;
        this.viewer = viewer;
        this.plans = plans;
        this.observers = observers;
    }

    static void run(Path project, Path results, Effort effort, int perSecond) throws Exception {
        var warmUp = effort.of(Duration.ofSeconds(30));
        var measured = effort.of(Duration.ofSeconds(60));
        try (var installation = Installation.start(project, 1, 1);
                var risks = installation.superuser("risk");
                var controls = installation.superuser("control");
                var manager = new Api(installation.gateway.address(), installation.manager(), CONNECTIONS);
                var management = new Api(installation.gateway.address(), installation.management(), 1);
                var owner = new Api(installation.gateway.address(), installation.owner(), CONNECTIONS);
                var viewer = new Api(installation.gateway.address(), installation.manager(), OBSERVERS)) {
            var into = Results.of(results, "p4");
            UsedLog.prepare(risks);
            into.environment(Durability.required(risks));
            int count = (int) (perSecond * (warmUp.toSeconds() + measured.toSeconds() + 1));
            var plans = new Plans(manager, Register.prepare(manager, management), count);
            Settled.await(risks, Duration.ofMinutes(2));
            Slice load;
            Duration arrived;
            P4 run;
            try (var observers = Executors.newVirtualThreadPerTaskExecutor()) {
                run = new P4(owner, viewer, plans, observers);
                run.load("warm-up", perSecond, warmUp);
                run.everything();
                observed(run, warmUp);
                load = run.load("approvals", perSecond, measured);
                arrived = run.everything();
            }
            var seen = observed(run, measured);
            System.out.println(load);
            System.out.println(seen);
            into.slices(List.of(load, seen));
            Settled.await(controls, Duration.ofMinutes(2));
            var lost = run.lost();
            var summary = new LinkedHashMap<String, Object>();
            summary.put(
                    "what",
                    "time from the answer of an approval in risk-service until control-service shows what the plan needs, over Kafka");
            summary.put("eventsPerSecond", perSecond);
            summary.put("reachedPerSecond", load.perSecond());
            summary.put("observed", seen.calls());
            summary.put("notSeenWithinAMinute", seen.failures());
            summary.put("p50Millis", seen.millisAt(50));
            summary.put("p99Millis", seen.millisAt(99));
            summary.put("maxMillis", seen.latency().getMaxValue() / 1000.0);
            summary.put("required", 100);
            summary.put("approved", run.approved.size());
            summary.put("lost", lost);
            summary.put("secondsUntilTheLastArrived", arrived.toMillis() / 1000.0);
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
            System.out.printf(
                    "P4 p99 %.1f ms (p50 %.1f ms, %d observed, at %.0f of %d events/s), the last %.1f s after the load, %s%n",
                    seen.millisAt(99),
                    seen.millisAt(50),
                    seen.calls(),
                    load.perSecond(),
                    perSecond,
                    arrived.toMillis() / 1000.0,
                    lost.isEmpty() ? "nothing lost" : lost.size() + " LOST");
        }
    }

    /** What was observed since the last call. */
    private static Slice observed(P4 run, Duration during) {
        var slice = new Slice(
                "answer-to-visible",
                run.visible.getTotalCount(),
                run.unseen.sumThenReset(),
                during.toMillis() / 1000.0,
                Duration.ZERO,
                run.visible.copy());
        run.visible.reset();
        return slice;
    }

    private Slice load(String name, int perSecond, Duration duration) throws InterruptedException {
        var started = new long[1];
        return OpenLoop.run(name, perSecond, duration, intended -> {
            var plan = plans.next();
            boolean isObserved = started[0]++ % Math.max(1, perSecond / OBSERVED_PER_SECOND) == 0;
            return Plans.approve(owner, plan).thenApply(answer -> {
                long answered = System.nanoTime();
                approved.add(plan.id());
                if (isObserved) {
                    observers.submit(() -> observe(plan.id(), answered));
                }
                return answer;
            });
        });
    }

    /** Asks until it is there; the longer it takes, the less often, so that asking does not become the load; what is told is up to a tenth too long. */
    private @Nullable Void observe(String plan, long answered) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE.toNanos(); waited = System.nanoTime() - answered) {
            if (shows(plan)) {
                visible.recordValue(Math.min((System.nanoTime() - answered) / 1000, PATIENCE.toMillis() * 1000));
                return null;
            }
            Thread.sleep(Duration.ofNanos(Math.max(BETWEEN_QUESTIONS.toNanos(), waited / 10)));
        }
        unseen.increment();
        return null;
    }

    private boolean shows(String plan) {
        try {
            return viewer.get("/api/v1/treatment-needs/" + plan)
                            .expect(200, 404)
                            .status()
                    == 200;
        } catch (IOException | IllegalStateException e) {
            Failures.note(e);
            return false;
        }
    }

    /** Waits until as many are there as were approved, or no more come; gives how long that took. */
    private Duration everything() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long changed = start;
        for (long before = -1; ; Thread.sleep(20)) {
            long there = patiently("/api/v1/treatment-needs?limit=1&count=true")
                    .json()
                    .path("total")
                    .asLong();
            long now = System.nanoTime();
            if (there != before) {
                before = there;
                changed = now;
            }
            if (there >= approved.size() || now - changed > PATIENCE.toNanos()) {
                return Duration.ofNanos(changed - start);
            }
        }
    }

    /** Asks again when the service, which is overloaded perhaps, does not answer. */
    private Api.Answer patiently(String path) throws IOException, InterruptedException {
        for (long start = System.nanoTime(); ; Thread.sleep(1_000)) {
            try {
                return viewer.get(path).expect(200);
            } catch (IOException | IllegalStateException e) {
                if (System.nanoTime() - start > MOST_PATIENCE.toNanos()) {
                    throw e;
                }
                Failures.note(e);
            }
        }
    }

    /** Approved plans that control-service does not show. */
    private List<String> lost() throws IOException, InterruptedException {
        var there = new HashSet<String>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = patiently("/api/v1/treatment-needs?limit=500" + cursor).json();
            page.path("items").forEach(item -> there.add(item.path("id").asText()));
            var next = page.path("next").textValue();
            cursor = next == null ? null : "&cursor=" + next;
        }
        var lost = new ArrayList<String>();
        approved.stream().filter(plan -> !there.contains(plan)).forEach(lost::add);
        return lost;
    }
}
