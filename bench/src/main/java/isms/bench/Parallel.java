package isms.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many pieces of work by a few callers, each piece once. */
final class Parallel {

    private static final int TOLD_EACH = 20_000;

    private Parallel() {}

    interface Numbered {
        void run(int n) throws Exception;
    }

    /** Does the work for 0 to {@code times - 1}; the first failure of a caller is thrown when all have ended. */
    static void run(int callers, int times, Numbered work) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < callers; i++) {
                Callable<Boolean> caller = () -> {
                    for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) {
                        work.run(n);
                        if (n > 0 && n % TOLD_EACH == 0) {
                            System.out.println("  " + n + " of " + times);
                        }
                    }
                    return true;
                };
                running.add(threads.submit(caller));
            }
            for (var one : running) {
                one.get();
            }
        }
    }
}
