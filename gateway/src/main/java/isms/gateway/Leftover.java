package isms.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The rest of a body that nobody wants. Many clients read the answer only after they have sent everything, and closing the connection
 * under them would lose it; so the rest is read and thrown away, but neither for ever nor without end.
 */
@Singleton
class Leftover {

    private static final long AT_MOST = 64L * 1024 * 1024;
    private static final long MILLIS = 10_000;

    private final Vertx vertx;

    @Inject
    Leftover(Vertx vertx) {
        this.vertx = vertx;
    }

    void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        long[] seen = {0};
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(done -> vertx.cancelTimer(timer));
        request.handler(part -> {
            seen[0] += part.length();
            if (seen[0] > AT_MOST) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
