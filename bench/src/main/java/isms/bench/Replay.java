package isms.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Rebuilds the register while clients write and read. */
final class Replay {

    private static final int KNOWN_RISKS = 60;
    private static final int READERS = 4;
    private static final int WRITERS = 4;

    /** @param reads how many succeeded; a failed one is a finding */
    record Report(int rebuilds, int reads, int acknowledged, List<String> findings) {}

    private Replay() {}

    static Report on(Installation installation, int rebuilds) throws Exception {
        try (var manager = new Api(installation.gateway.address(), installation.manager(), READERS + WRITERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1);
                var database = installation.superuser();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var register = Register.prepare(manager, management);
            var known = new ArrayList<String>();
            for (int i = 0; i < KNOWN_RISKS; i++) {
                known.add(register.register(manager));
            }
            Settled.await(database, Duration.ofMinutes(1));
            var stop = new AtomicBoolean();
            var reads = new AtomicInteger();
            var readers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(reader(manager, known, reads, stop)));
            }
            var findings = new ArrayList<String>();
            try (var writers = new Writers(List.of(manager), register, WRITERS)) {
                for (int i = 0; i < rebuilds; i++) {
                    Rebuild.run(installation, Duration.ofMinutes(2));
                }
                writers.finish();
                stop.set(true);
                for (var reader : readers) {
                    try {
                        reader.get();
                    } catch (java.util.concurrent.ExecutionException e) {
                        findings.add("a read failed: " + e.getCause());
                    }
                }
                findings.addAll(new Audit(installation).of(writers.acknowledged));
                findings.addAll(writers.complaints);
                return new Report(rebuilds, reads.get(), writers.acknowledged.size(), findings);
            } finally {
                stop.set(true);
            }
        }
    }

    private static Callable<Boolean> reader(Api api, List<String> known, AtomicInteger reads, AtomicBoolean stop) {
        return () -> {
            while (!stop.get()) {
                var risk = known.get(ThreadLocalRandom.current().nextInt(known.size()));
                api.get("/api/v1/risks/" + risk).expect(200);
                var page = api.get("/api/v1/risks?limit=" + KNOWN_RISKS).expect(200);
                if (page.json().path("items").size() < KNOWN_RISKS) {
                    throw new IllegalStateException("the register was short: "
                            + page.json().path("items").size() + " rows");
                }
                reads.addAndGet(2);
            }
            return true;
        };
    }
}
