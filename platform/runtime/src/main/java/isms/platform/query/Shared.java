package isms.platform.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that many ask at a time and that is put once for all who wait: whoever asks gets an answer to a question that was put
 * after the call.
 */
final class Shared<T> {

    private final Supplier<T> question;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable CompletableFuture<T> next;

    Shared(Supplier<T> question) {
        this.question = question;
    }

    /** Blocks: to be called on a virtual thread. Fails as the question did. */
    T ask() {
        var own = new CompletableFuture<T>();
        var joined = join(own);
        if (joined == own) {
            put(own);
        }
        try {
            return joined.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private synchronized CompletableFuture<T> join(CompletableFuture<T> own) {
        if (next == null) {
            next = own;
        }
        return next;
    }

    private void put(CompletableFuture<T> answer) {
        turn.lock();
        try {
            synchronized (this) {
                // who asks from now on may not be content with this answer
                next = null;
            }
            answer.complete(question.get());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            turn.unlock();
        }
    }
}
