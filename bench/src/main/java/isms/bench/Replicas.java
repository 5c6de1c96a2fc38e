package isms.bench;

import isms.bench.Writers.Acknowledged;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two replicas of risk-service on one database: clients of both assess the same risks, each only the version that it has
 * read. Half-way one replica is killed; the other carries on, with the projections too.
 */
final class Replicas {

    private static final int CLIENTS = 12;
    static final int SHARED_RISKS = 6;
    private static final int MOST_ATTEMPTS = 300;

    /** @param refused how often a client was told that its version is stale */
    record Report(int acknowledged, int refused, List<String> findings) {}

    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> risks = new ArrayList<>();
    private final List<Api> replicas;

    private Replicas(List<Api> replicas) {
        this.replicas = replicas;
    }

    static Report on(Installation installation, Duration duration) throws Exception {
        try (var one = new Api(installation.riskServices.get(0).address(), installation.manager(), CLIENTS);
                var two = new Api(installation.riskServices.get(1).address(), installation.manager(), CLIENTS);
                var management = new Api(installation.riskService().address(), installation.management(), 1)) {
            return new Replicas(List.of(one, two)).run(installation, Register.prepare(one, management), duration);
        }
    }

    private Report run(Installation installation, Register register, Duration duration) throws Exception {
        for (int i = 0; i < SHARED_RISKS; i++) {
            var risk = Register.id();
            var key = UUID.randomUUID().toString();
            send(0, "/api/v1/risks", register.registration(risk), Map.of("Idempotency-Key", key));
            acknowledged.put(key, new Acknowledged(risk, 1));
            risks.add(risk);
        }
        long end = System.nanoTime() + duration.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(client(i % replicas.size(), end)));
            }
            Thread.sleep(duration.dividedBy(2));
            installation.riskServices.get(1).kill();
            for (var client : clients) {
                client.get();
            }
        }
        var findings = new Audit(installation).of(acknowledged);
        installation.riskServices.get(1).launch().await("ready");
        return new Report(acknowledged.size(), refused.get(), findings);
    }

    private Callable<Boolean> client(int home, long end) {
        return () -> {
            var versions = new HashMap<String, Long>();
            for (long n = 0; System.nanoTime() < end; n++) {
                var risk = risks.get(ThreadLocalRandom.current().nextInt(risks.size()));
                long read = versions.getOrDefault(risk, 1L);
                var key = UUID.randomUUID().toString();
                var answer = send(
                        home,
                        "/api/v1/risks/" + risk + "/assessments",
                        Register.assessment(n),
                        Map.of("If-Match", "\"" + read + "\"", "Idempotency-Key", key));
                if (answer.status() == 412) {
                    refused.incrementAndGet();
                    var now = send(home, "GET", "/api/v1/risks/" + risk, null, Map.of());
                    versions.put(risk, Math.max(read, now.json().path("version").asLong()));
                } else {
                    long version = Long.parseLong(
                            String.valueOf(answer.expect(200).etag()).replace("\"", ""));
                    if (version != read + 1) {
                        throw new IllegalStateException("read " + read + ", answered " + version);
                    }
                    acknowledged.put(key, new Acknowledged(risk, version));
                    versions.put(risk, version);
                }
            }
            return true;
        };
    }

    private Api.Answer send(int home, String path, String body, Map<String, String> headers) throws Exception {
        return send(home, "POST", path, body, headers);
    }

    /** At the replica next door when the own one does not answer, under the same key. */
    private Api.Answer send(
            int home,
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            Map<String, String> headers)
            throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                var answer = replicas.get((home + attempt) % replicas.size()).call(method, path, body, headers);
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (IOException unanswered) {
                // the key will tell
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no answer to " + path);
    }
}
