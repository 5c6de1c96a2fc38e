package isms.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Starts the parts side by side, brings back one that dies, and stops all in reverse. */
final class Supervisor {

    private static final int TAIL = 40;
    private static final int DEATHS_TOLERATED = 3;
    private static final Duration DEATHS_WITHIN = Duration.ofMinutes(2);

    private final List<Part> parts;
    private final Map<String, Instant> starting = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> deaths = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<String> hopeless = new CompletableFuture<>();
    private volatile boolean stopping;

    Supervisor(List<Part> parts) {
        this.parts = parts;
    }

    /** Returns when all are ready. */
    void start() throws PartFailed {
        Thread patience = Thread.startVirtualThread(this::sayWhatIsAwaited);
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        for (Part part : parts) {
            CompletableFuture<Void> needed = CompletableFuture.allOf(part.needs().stream()
                    .map(name -> ready.getOrDefault(name, CompletableFuture.completedFuture(null)))
                    .toArray(CompletableFuture[]::new));
            ready.put(part.name(), needed.thenRunAsync(() -> bringUp(part), threads));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        // The first failure ends the wait; the others need not be waited for.
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        all.thenRun(() -> outcome.complete(null));
        ready.values()
                .forEach(one -> one.whenComplete((done, failure) -> {
                    if (failure != null) {
                        outcome.completeExceptionally(failure);
                    }
                }));
        try {
            outcome.join();
        } catch (CompletionException e) {
            Throwable cause = e;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw cause instanceof PartFailed failed ? failed : new PartFailed(whole(cause), cause);
        } finally {
            patience.interrupt();
        }
    }

    /** What nobody expected, down to its root: the outermost often has no message. */
    private static String whole(Throwable unexpected) {
        StringBuilder text = new StringBuilder(unexpected.toString());
        for (Throwable cause = unexpected.getCause(); cause != null; cause = cause.getCause()) {
            text.append(", caused by ").append(cause);
        }
        return text.toString();
    }

    /** Returns, with the reason, when a part has died too often to be brought back. */
    String awaitHopelessness() {
        return hopeless.join();
    }

    /** Stops in reverse order: nobody is left talking to a server that is gone. */
    synchronized void stop() {
        stopping = true;
        List<Part> reversed = new ArrayList<>(parts).reversed();
        for (Part part : reversed) {
            part.stop();
        }
    }

    private void bringUp(Part part) {
        Instant begin = Instant.now();
        starting.put(part.name(), begin);
        try {
            part.start();
        } catch (PartFailed e) {
            if (stopping) {
                awaitTheEnd();
            }
            throw new CompletionException(new PartFailed(e.getMessage() + "\n" + tail(part.log()), e));
        } finally {
            starting.remove(part.name());
        }
        Console.ready(part.name(), Duration.between(begin, Instant.now()), part.address());
        part.process().onExit().thenRunAsync(() -> died(part), threads);
    }

    private void died(Part part) {
        if (stopping) {
            return;
        }
        Console.say(part.name() + " died. The end of its log, " + part.log() + ":\n" + tail(part.log()));
        Instant now = Instant.now();
        Deque<Instant> recent = deaths.computeIfAbsent(part.name(), name -> new ArrayDeque<>());
        recent.addLast(now);
        recent.removeIf(death -> death.isBefore(now.minus(DEATHS_WITHIN)));
        if (recent.size() > DEATHS_TOLERATED) {
            hopeless.complete(part.name() + " died " + recent.size() + " times within " + DEATHS_WITHIN.toMinutes()
                    + " minutes.");
            return;
        }
        Console.say("Starting " + part.name() + " again.");
        try {
            bringUp(part);
        } catch (CompletionException e) {
            hopeless.complete(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    /** Whoever is interrupted in starting by a stop has nothing to report: the JVM ends when all parts have. */
    private static void awaitTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    private void sayWhatIsAwaited() {
        try {
            while (true) {
                Thread.sleep(Duration.ofSeconds(10));
                String awaited = starting.entrySet().stream()
                        .map(one -> one.getKey() + " ("
                                + Duration.between(one.getValue(), Instant.now())
                                        .toSeconds() + " s)")
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!awaited.isEmpty()) {
                    Console.say("  waiting for " + awaited);
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tail(Path log) {
        if (!Files.exists(log)) {
            return "  (no log)";
        }
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                    .map(line -> "  | " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
