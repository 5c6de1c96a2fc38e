package isms.bench;

import isms.bench.Api.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Assessments of existing risks through the gateway, as a client sends them: with a token, the version that was read as
 * {@code If-Match}, and an {@code Idempotency-Key}.
 */
final class GatewayCommands implements Side {

    /** A risk and its version as the last answer told it. */
    static final class Known {
        final String path;
        private String etag;
        private long assessments;

        Known(String path, String etag) {
            this.path = path;
            this.etag = etag;
        }
    }

    private final Api api;
    private final List<Known> risks = new ArrayList<>();
    private final BlockingQueue<Known> free = new LinkedBlockingQueue<>();
    private final int callers;

    GatewayCommands(Api api, Register register, int callers, int risksPerCaller) throws IOException {
        this.api = api;
        this.callers = callers;
        for (int i = 0; i < callers * risksPerCaller; i++) {
            risks.add(new Known("/api/v1/risks/" + register.register(api) + "/assessments", "\"1\""));
        }
        free.addAll(risks);
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Caller caller(int index) {
        return new Caller() {
            private int next = index;

            @Override
            public void call() throws Exception {
                var risk = risks.get(next);
                next = (next + callers) % risks.size();
                assess(risk).toCompletableFuture().join();
            }
        };
    }

    /**
     * The risk that was left alone longest. One whose answer is awaited is not taken again, as its version is not known: a
     * stall would else be followed by refusals that are no one's fault but the load's. When all are awaited, so is this.
     */
    CompletionStage<Answer> assessNext() {
        try {
            var risk = free.take();
            return assess(risk).whenComplete((answer, failure) -> free.add(risk));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Answer> assess(Known risk) {
        return api.start(
                        "POST",
                        risk.path,
                        Register.assessment(++risk.assessments),
                        Map.of(
                                "If-Match",
                                risk.etag,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .thenApply(answer -> {
                    risk.etag = String.valueOf(answer.expect(200).etag());
                    return answer;
                });
    }

    @Override
    public void close() {}
}
