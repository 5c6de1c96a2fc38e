package isms.bench;

import isms.bench.Api.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that register risks and assess them, and do what a careful client does when it gets no answer or a 503: send the
 * same request again under the same key until it is answered. What they were told is remembered.
 */
final class Writers implements AutoCloseable {

    private static final int ASSESSMENTS_PER_RISK = 4;
    private static final int MOST_ATTEMPTS = 600;

    /** What an answer said. */
    record Acknowledged(String risk, long version) {}

    final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    final AtomicInteger repetitions = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    Writers(List<Api> apis, Register register, int clients) {
        for (int i = 0; i < clients; i++) {
            var api = apis.get(i % apis.size());
            running.add(threads.submit(() -> write(api, register)));
        }
    }

    private void write(Api api, Register register) {
        try {
            while (!stop.get()) {
                var risk = Register.id();
                var etag = untilAnswered(api, risk, "/api/v1/risks", register.registration(risk), Map.of());
                for (int n = 1; n <= ASSESSMENTS_PER_RISK && !stop.get(); n++) {
                    etag = untilAnswered(
                            api,
                            risk,
                            "/api/v1/risks/" + risk + "/assessments",
                            Register.assessment(n),
                            Map.of("If-Match", etag));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
    }

    private String untilAnswered(Api api, String risk, String path, String body, Map<String, String> headers)
            throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var all = new java.util.HashMap<>(headers);
        all.put("Idempotency-Key", key);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                var answer = api.call("POST", path, body, all);
                if (answer.status() < 300) {
                    return noted(key, risk, answer);
                }
                if (answer.status() < 500 && answer.status() != 429) {
                    throw new IllegalStateException(
                            "refused on attempt " + attempt + ": " + answer.status() + " " + answer.body());
                }
            } catch (IOException unanswered) {
                // nobody knows what became of it; the key will tell
            }
            repetitions.incrementAndGet();
            Thread.sleep(100);
        }
        throw new IllegalStateException("no answer to " + path + " after " + MOST_ATTEMPTS + " attempts");
    }

    private String noted(String key, String risk, Answer answer) {
        var etag = String.valueOf(answer.etag());
        acknowledged.put(key, new Acknowledged(risk, Long.parseLong(etag.replace("\"", ""))));
        return etag;
    }

    /** Lets everyone finish the request at hand. */
    void finish() throws Exception {
        stop.set(true);
        for (var one : running) {
            one.get();
        }
    }

    @Override
    public void close() {
        stop.set(true);
        threads.close();
    }
}
