package isms.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The heat map and pages of the register of one organization with many risks, each assessed twice, through the gateway: how long one
 * reader waits, how much eight get done, and how many statements PostgreSQL is sent for one request.
 */
final class Reads {

    private static final int WRITERS = 32;
    private static final int READERS = 8;
    private static final int MOST_STATEMENTS = 3;

    private static final String FILTERED =
            "/api/v1/risks?limit=50&status=assessed&currentBand=high&category=Category%203&owner=" + Register.owner(3)
                    + "&sort=-priority";

    private Reads() {}

    static void run(Path project, Path results, Effort effort, int risks) throws Exception {
        try (var installation = Installation.start(project, 1);
                var manager = new Api(installation.gateway.address(), installation.manager(), WRITERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "reads");
            Instant half = fill(installation, manager, Register.prepare(manager, management), risks);
            Map<String, String> requests = requests(manager, half);
            try (var server = installation.superuser()) {
                into.environment(Durability.required(server));
                // as it is when a register has been in use: what was written is cleaned up and measured
                server.createStatement().execute("vacuum analyze");
            }
            var slices = new ArrayList<Slice>();
            for (var request : requests.entrySet()) {
                try (var side = new Reading(manager, request.getKey(), request.getValue())) {
                    ClosedLoop.run(side, 1, effort.of(Duration.ofSeconds(8)));
                    slices.add(told(ClosedLoop.run(side, 1, effort.of(Duration.ofSeconds(12)))));
                    slices.add(told(ClosedLoop.run(side, READERS, effort.of(Duration.ofSeconds(8)))));
                }
            }
            into.slices(slices);
            var asked = new LinkedHashMap<String, Statements.Question>();
            requests.forEach((name, path) -> asked.put(name, () -> manager.get(path)));
            var counted = Statements.of(installation, asked);
            var summary = new LinkedHashMap<String, Object>();
            summary.put("what", "reading a register of " + risks + " risks, each assessed twice, through the gateway");
            summary.put("requests", requests);
            summary.put("statements", counted.calls());
            summary.put("mostStatements", MOST_STATEMENTS);
            summary.put("longestStatement", counted.longest());
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
        }
    }

    private static Slice told(Slice slice) {
        System.out.println(slice);
        return slice;
    }

    private static Map<String, String> requests(Api api, Instant half) throws IOException {
        var second = api.get(FILTERED).expect(200).json().path("next").textValue();
        var requests = new LinkedHashMap<String, String>();
        requests.put("heat-map", "/api/v1/heat-map");
        requests.put("heat-map-of-an-owner", "/api/v1/heat-map?impact=business&owner=" + Register.owner(3));
        requests.put("heat-map-as-of", "/api/v1/heat-map?asOf=" + half);
        requests.put("filtered-sorted-page", FILTERED);
        if (second != null) {
            requests.put("next-page", FILTERED + "&cursor=" + second);
        }
        requests.put("counted-page", FILTERED + "&count=true");
        requests.put("page-by-priority", "/api/v1/risks?limit=50&sort=-priority");
        requests.put("page-as-of", "/api/v1/risks?limit=50&sort=-priority&asOf=" + half);
        requests.put("one-risk", "/api/v1/risks/RISK-471");
        return requests;
    }

    /** Registers and assesses them; gives the moment at which each had its first assessment. */
    private static Instant fill(Installation installation, Api api, Register register, int risks) throws Exception {
        var ids = new String[risks];
        Parallel.run(WRITERS, risks, n -> {
            ids[n] = Register.id();
            api.call(
                            "POST",
                            "/api/v1/risks",
                            register.registration(ids[n], n),
                            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                    .expect(201);
            assess(api, ids[n], "\"1\"", n);
        });
        var half = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Parallel.run(WRITERS, risks, n -> assess(api, ids[n], "\"2\"", n + n / 7 + 1));
        try (var server = installation.superuser()) {
            Settled.await(server, Duration.ofMinutes(5));
        }
        return half;
    }

    private static void assess(Api api, String risk, String etag, int n) throws IOException {
        api.call(
                        "POST",
                        "/api/v1/risks/" + risk + "/assessments",
                        Register.assessment(n),
                        Map.of(
                                "If-Match",
                                etag,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .expect(200);
    }

    /** One request again and again. */
    private record Reading(Api api, String name, String path) implements Side {

        @Override
        public Caller caller(int index) {
            return () -> api.get(path).expect(200);
        }

        @Override
        public void close() {}
    }
}
