package isms.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements of applicability and controls of many organizations, through the gateway with a token of each: how long one reader
 * waits, how much eight get done, and how many statements PostgreSQL is sent for one request.
 */
final class Controls {

    private static final int CONTROLS = 500;
    private static final int CHANGED_LINES = 20;
    private static final int WRITERS = 32;
    private static final int READERS = 8;
    private static final int MOST_STATEMENTS = 3;
    private static final String STATEMENT = "/api/v1/statements-of-applicability/SOA-1";

    /** Stands for the moment at which the first version of an organization's statement was approved. */
    private static final String APPROVED = "(approved)";

    private static final String ANNEX_A = "iso-27001-2022";

    private final Installation installation;
    private final Api api;
    private final int tenants;
    /** By organization; none as long as they are being filled. */
    private final List<String> approved = new ArrayList<>();

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Controls(Installation installation, Api api, int tenants) {
        this.installation = installation;
        this.api = api;
        this.tenants = tenants;
    }

    static void run(Path project, Path results, Effort effort, int tenants) throws Exception {
        try (var installation = Installation.start(project, 0, 1);
                var api = new Api(installation.gateway.address(), "", WRITERS)) {
            new Controls(installation, api, tenants).run(Results.of(results, "controls"), effort);
        }
    }

    private void run(Results into, Effort effort) throws Exception {
        long start = System.nanoTime();
        fill();
        double filling = (System.nanoTime() - start) / 1e9;
        try (var server = installation.superuser("control")) {
            into.environment(Durability.required(server));
            // as it is when what was written is a while ago: cleaned up and measured
            server.createStatement().execute("vacuum analyze");
        }
        var requests = requests();
        var slices = new ArrayList<Slice>();
        for (var request : requests.entrySet()) {
            try (var side = new Reading(request.getKey(), request.getValue())) {
                ClosedLoop.run(side, READERS, effort.of(Duration.ofSeconds(8)));
                slices.add(told(ClosedLoop.run(side, 1, effort.of(Duration.ofSeconds(12)))));
                slices.add(told(ClosedLoop.run(side, READERS, effort.of(Duration.ofSeconds(8)))));
            }
        }
        into.slices(slices);
        var asked = new LinkedHashMap<String, Statements.Question>();
        requests.forEach((name, path) -> asked.put(name, () -> get(tenants - 1, path)));
        var counted = Statements.of(installation, asked);
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what",
                "reading statements of applicability of 93 lines and %d controls of each of %d organizations, through the gateway"
                        .formatted(CONTROLS, tenants));
        summary.put("organizations", tenants);
        summary.put("controls", tenants * CONTROLS);
        summary.put("secondsToWriteThem", filling);
        summary.put("requests", requests);
        summary.put("statements", counted.calls());
        summary.put("mostStatements", MOST_STATEMENTS);
        summary.put("longestStatement", counted.longest());
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
    }

    private static Slice told(Slice slice) {
        System.out.println(slice);
        return slice;
    }

    private Map<String, String> requests() throws IOException {
        for (int tenant = 0; tenant < tenants; tenant++) {
            approved.add(get(tenant, STATEMENT + "/versions")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("approvedAt")
                    .asText());
        }
        var requests = new LinkedHashMap<String, String>();
        requests.put("statement", STATEMENT);
        requests.put("statement-lines", STATEMENT + "/lines?limit=100");
        requests.put(
                "statement-lines-filtered",
                STATEMENT + "/lines?limit=50&theme=technological&applicable=true&sort=-title");
        requests.put("statement-completeness", STATEMENT + "/completeness");
        requests.put("statement-differences", STATEMENT + "/differences?from=1&to=2");
        requests.put("statement-differences-since", STATEMENT + "/differences?from=" + APPROVED);
        requests.put("coverage", "/api/v1/coverage");
        requests.put("coverage-other-framework", "/api/v1/coverage?framework=nist-csf-2.0");
        requests.put("controls-page", "/api/v1/controls?limit=50&sort=-title&status=planned");
        requests.put("controls-of-requirement", "/api/v1/controls?limit=50&requirement=" + ANNEX_A + ":A.8.13");
        requests.put("controls-counted", "/api/v1/controls?limit=50&count=true");
        requests.put("one-control", "/api/v1/controls/CTRL-7");
        return requests;
    }

    /** Controls of all organizations, then their statements: a version in force and a draft after it. */
    private void fill() throws Exception {
        var annexA = new ArrayList<String>();
        get(0, "/api/v1/frameworks/" + ANNEX_A + "/requirements?limit=500")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> annexA.add(item.path("id").asText()));
        // organization by organization in turn, so that their rows lie among each other's
        Parallel.run(WRITERS, tenants * CONTROLS, n -> define(n % tenants, n / tenants, annexA));
        Parallel.run(WRITERS, tenants, tenant -> state(tenant, annexA));
        try (var server = installation.superuser("control")) {
            Settled.await(server, Duration.ofMinutes(5));
        }
    }

    /** The n-th control of an organization; one in three is in place. */
    private void define(int tenant, int n, List<String> annexA) throws IOException {
        var id = Register.id();
        post(tenant, "/api/v1/controls", """
                {"id": "%s", "title": "Measure %d against interruption", "owner": "%s", "scope": "Site %d",
                 "description": "Every server is copied to another site each night, and one is restored each month",
                 "estimatedDays": %d, "requirements": ["%s:%s", "%s:%s"]}
                """.formatted(
                        id,
                        n,
                        Register.owner(n),
                        n % 7,
                        1 + n % 30,
                        ANNEX_A,
                        annexA.get(n % annexA.size()),
                        ANNEX_A,
                        annexA.get((n * 7 + 5) % annexA.size())));
        if (n % 3 == 0) {
            post(tenant, "/api/v1/controls/" + id + "/starts", "{\"remark\": \"Ordered\"}");
            post(
                    tenant,
                    "/api/v1/controls/" + id + "/implementations",
                    "{\"remark\": \"All servers are in the plan\"}");
        }
    }

    private void state(int tenant, List<String> annexA) throws IOException {
        var statement = "/api/v1/statements-of-applicability/"
                + post(tenant, "/api/v1/statements-of-applicability", "{\"scope\": {\"name\": \"All sites\"}}")
                        .json()
                        .path("id")
                        .asText();
        var lines = new ArrayList<String>();
        for (int i = 0; i < annexA.size(); i++) {
            lines.add(line(annexA.get(i), i, i % 9 != 8));
        }
        decide(tenant, statement, lines);
        var submitted = post(tenant, statement + "/submissions", null);
        api.call(
                        "POST",
                        statement + "/approvals",
                        null,
                        Map.of(
                                "Authorization",
                                token(tenant, Installation.People.MANAGEMENT, "top-management"),
                                "If-Match",
                                String.valueOf(submitted.etag())))
                .expect(200);
        post(tenant, statement + "/versions", null);
        decide(
                tenant,
                statement,
                annexA.subList(0, CHANGED_LINES).stream()
                        .map(control -> line(control, annexA.indexOf(control) + 1, true))
                        .toList());
    }

    private void decide(int tenant, String statement, List<String> lines) throws IOException {
        post(tenant, statement + "/decisions", "{\"lines\": [" + String.join(", ", lines) + "]}");
    }

    private static String line(String control, int n, boolean applicable) {
        return applicable ? """
                {"control": "%s", "applicable": true, "status": "operating", "controls": ["CTRL-%d", "CTRL-%d", "CTRL-%d"],
                 "justifications": [{"kind": "business", "text": "Customers ask for it in each of their audits"},
                  {"kind": "contractual", "text": "The frame contract demands it"}]}""".formatted(control, n + 1, n + 94, n + 187) : """
                {"control": "%s", "applicable": false, "exclusion": "Nothing is developed here"}""".formatted(control);
    }

    private Api.Answer post(int tenant, String path, @Nullable String body) throws IOException {
        return api.call(
                        "POST",
                        path,
                        body,
                        Map.of(
                                "Authorization",
                                token(tenant, Installation.People.MANAGER, "isms-manager"),
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .expect(200, 201);
    }

    private Api.Answer get(int tenant, String path) throws IOException {
        return api.call(
                "GET",
                path.contains(APPROVED) ? path.replace(APPROVED, approved.get(tenant)) : path,
                null,
                Map.of("Authorization", token(tenant, Installation.People.MANAGER, "isms-manager")));
    }

    private String token(int tenant, String subject, String role) {
        return tokens.computeIfAbsent(
                tenant + role,
                missing -> "Bearer " + installation.issuer.token("organization-" + tenant, subject, role));
    }

    /** One request again and again, by one organization after the other. */
    private final class Reading implements Side {

        private final String name;
        private final String path;

        Reading(String name, String path) {
            this.name = name;
            this.path = path;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Caller caller(int index) {
            return new Caller() {
                private int tenant = index * 31;

                @Override
                public void call() throws IOException {
                    tenant = (tenant + 1) % tenants;
                    get(tenant, path).expect(200);
                }
            };
        }

        @Override
        public void close() {}
    }
}
