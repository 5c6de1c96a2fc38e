package isms.bench;

import com.fasterxml.jackson.databind.JsonNode;
import isms.platform.infrastructure.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One risk by its key, and a page of the register by priority, of an organization with many risks: through the gateway with a
 * token, against a {@link BareServer} that sends the same statements to the same database.
 */
final class P11 {

    static final int PAGE = 50;

    private static final int CALLERS = 16;
    private static final int ROWS_A_FILE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final double REQUIRED = 0.5;
    private static final String RISKS = "/api/v1/risks";
    private static final String PAGE_BY_PRIORITY = RISKS + "?limit=" + PAGE + "&sort=-priority";

    /** Far apart, so that keys that follow each other lie on different pages of the table. */
    private static final int STRIDE = 7_919;

    private P11() {}

    static void run(Path project, Path results, Effort effort, int risks) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var importer = new Api(installation.gateway.address(), installation.manager(), 1, PATIENCE);
                var management = new Api(installation.gateway.address(), installation.management(), 1);
                var gateway = new Api(installation.gateway.address(), installation.manager(), CALLERS)) {
            var into = Results.of(results, "p11");
            into.environment(Durability.required(server));
            fill(importer, Register.prepare(importer, management), risks);
            Settled.await(server, Duration.ofMinutes(5));
            // as it is when a register has been in use: what was written is cleaned up and measured
            server.createStatement().execute("vacuum analyze");
            into.write(
                    "statements.json",
                    Map.of(
                            "one",
                            Observed.of(installation, gateway, RISKS + "/RISK-1", "RISK-1"),
                            "page",
                            Observed.of(installation, gateway, PAGE_BY_PRIORITY, "RISK-1")));
            try (var peer = peer(installation, into.directory().resolve("statements.json"));
                    var bare = new Api(peer.address(), "none", CALLERS)) {
                peer.launch().await("ready");
                refuseUnlessEqual(gateway, bare, risks);
                var processes = new ArrayList<>(installation.processes());
                processes.add(peer.pid());
                var plan = new Comparison.Plan(
                        effort.of(Duration.ofSeconds(60)),
                        effort.of(Duration.ofSeconds(10)),
                        effort.rounds(2),
                        CALLERS);
                var one = compare(gateway, bare, "one-risk", risks, plan, new ProcessorTime(processes));
                var page = compare(gateway, bare, "page", 0, plan, new ProcessorTime(processes));
                report(into, risks, one, page);
            }
        }
    }

    private static void fill(Api importer, Register register, int risks) throws IOException {
        for (int from = 0; from < risks; from += ROWS_A_FILE) {
            int rows = Math.min(ROWS_A_FILE, risks - from);
            importer.call(
                            "POST",
                            "/api/v1/risks/imports?source=bench",
                            RegisterImport.file(register, "R-" + from, rows, from / ROWS_A_FILE),
                            Map.of("Content-Type", "text/csv"))
                    .expect(200);
            System.out.println("  " + (from + rows) + " of " + risks);
        }
    }

    private static JavaProcess peer(Installation installation, Path statements) throws IOException {
        return JavaProcess.of(
                BareServer.class,
                Map.of(
                        "ISMS_DATABASE_HOST",
                        "127.0.0.1",
                        "ISMS_DATABASE_PORT",
                        Integer.toString(installation.postgres.port()),
                        BareServer.STATEMENTS,
                        statements.toAbsolutePath().toString()),
                FreePorts.next(),
                installation.directory.resolve("bare-server.log"));
    }

    /** Two that do not answer the same are not compared. */
    private static void refuseUnlessEqual(Api gateway, Api bare, int risks) throws IOException {
        var answered = ids(gateway.get(PAGE_BY_PRIORITY).expect(200).json().path("items"));
        var expected = ids(bare.get(PAGE_BY_PRIORITY).expect(200).json().path("items"));
        if (answered.size() != PAGE || !answered.equals(expected)) {
            throw new IllegalStateException("not the same page: " + answered + " and " + expected);
        }
        for (int n = 1; n <= 20; n++) {
            var path = path(n * STRIDE, risks);
            var one = gateway.get(path).expect(200).json();
            var other = bare.get(path).expect(200).json();
            if (one.path("id").asText().isEmpty()
                    || !one.path("id").equals(other.path("id"))
                    || !one.path("key").equals(other.path("key"))) {
                throw new IllegalStateException("not the same risk: " + one + " and " + other);
            }
        }
    }

    private static List<String> ids(JsonNode items) {
        var ids = new ArrayList<String>();
        items.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String path(long n, int risks) {
        return RISKS + "/RISK-" + (1 + n % risks);
    }

    private static Comparison.Result compare(
            Api gateway, Api bare, String what, int risks, Comparison.Plan plan, ProcessorTime processor)
            throws Exception {
        try (var ours = new Reading(gateway, "gateway-" + what, risks);
                var theirs = new Reading(bare, "bare-" + what, risks)) {
            return Comparison.run(ours, theirs, plan, processor, () -> Duration.ZERO);
        }
    }

    private static void report(Results into, int risks, Comparison.Result one, Comparison.Result page)
            throws IOException {
        var slices = new ArrayList<>(one.slices());
        slices.addAll(page.slices());
        into.slices(slices);
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what",
                "one risk by key and a page of %d by priority, of %,d risks, through the gateway / a bare Vert.x server with the same statements, %d callers"
                        .formatted(PAGE, risks, CALLERS));
        summary.put("oneRisk", told(one));
        summary.put("page", told(page));
        summary.put("required", REQUIRED);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.printf(
                "P11 one risk %.3f (pairs %.3f to %.3f), page %.3f (pairs %.3f to %.3f)%n",
                one.median(), one.lowest(), one.highest(), page.median(), page.lowest(), page.highest());
    }

    private static Map<String, Object> told(Comparison.Result result) {
        var told = new LinkedHashMap<String, Object>();
        told.put("ratio", result.median());
        told.put("lowestPair", result.lowest());
        told.put("highestPair", result.highest());
        told.put("ratios", result.ratios());
        return told;
    }

    /**
     * The page, or one risk after the other.
     *
     * @param risks how many there are; 0 for the page
     */
    private record Reading(Api api, String name, int risks) implements Side {

        @Override
        public Caller caller(int index) {
            return new Caller() {
                private long n = (long) index * STRIDE;

                @Override
                public void call() throws IOException {
                    n += CALLERS * (long) STRIDE;
                    api.get(risks == 0 ? PAGE_BY_PRIORITY : path(n, risks)).expect(200);
                }
            };
        }

        @Override
        public void close() {}
    }
}
