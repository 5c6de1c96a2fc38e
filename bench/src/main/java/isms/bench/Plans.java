package isms.bench;

import isms.bench.Api.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Treatment plans that wait for the owner of their risk: written by the ISMS manager, each approved once. */
final class Plans {

    private static final int WRITERS = 32;
    private static final int PLANS_PER_RISK = 10;

    private static final String PLAN = """
            {"id": "%s", "risk": "%s", "title": "Encrypt what is backed up", "option": "modify",
             "controls": [{"reference": "A.8.%d"}],
             "actions": [{"title": "Encrypt it", "owner": "%s", "targetDate": "2099-03-31", "resources": "A week",
                          "successCriterion": "A stolen tape says nothing", "controls": ["A.8.%d"]}],
             "residual": {
              "likelihood": {"value": 2, "rationale": "It is encrypted"},
              "impact": {
               "financial": {"value": 2, "rationale": "As before"},
               "operational": {"value": 2, "rationale": "As before"},
               "fines": {"value": 1, "rationale": "As before"}}}}
            """;

    /** A submitted plan and the version that its owner has read. */
    record Submitted(String id, String etag) {}

    private final Queue<Submitted> waiting = new ConcurrentLinkedQueue<>();

    /** Drafts and submits so many, ten for each risk. */
    Plans(Api manager, Register register, int count) throws Exception {
        var risks = new String[Math.ceilDiv(count, PLANS_PER_RISK)];
        Parallel.run(WRITERS, risks.length, n -> risks[n] = register.register(manager));
        Parallel.run(WRITERS, count, n -> waiting.add(submit(manager, risks[n % risks.length], 1 + n % 34)));
    }

    private static Submitted submit(Api manager, String risk, int control) throws IOException {
        var plan = Register.id();
        manager.call(
                        "POST",
                        "/api/v1/treatment-plans",
                        PLAN.formatted(plan, risk, control, Installation.People.OWNER, control),
                        key())
                .expect(201);
        var submitted = manager.call("POST", "/api/v1/treatment-plans/" + plan + "/submissions", null, key())
                .expect(200);
        return new Submitted(plan, String.valueOf(submitted.etag()));
    }

    /** @throws java.util.NoSuchElementException when all are approved */
    Submitted next() {
        return waiting.remove();
    }

    /** Has the owner approve a plan; fails unless it was. */
    static CompletionStage<Answer> approve(Api owner, Submitted plan) {
        return owner.start(
                        "POST",
                        "/api/v1/treatment-plans/" + plan.id() + "/approvals",
                        null,
                        Map.of(
                                "If-Match",
                                plan.etag(),
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .thenApply(answer -> answer.expect(200));
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
