package isms.local.demo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parts of the story whose order is free. */
final class AtOnce {

    private AtOnce() {}

    /**
     * Returns when all of them are told, also when one of them fails.
     *
     * @param hands how many are told at the same time
     * @throws RuntimeException what the first one failed with
     */
    static void run(int hands, List<Runnable> parts) {
        try (var several =
                Executors.newFixedThreadPool(hands, Thread.ofVirtual().factory())) {
            List<Future<?>> told =
                    parts.stream().<Future<?>>map(several::submit).toList();
            for (Future<?> one : told) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the story was told", e);
        }
    }
}
