package isms.bench;

import isms.platform.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What grows with the log: appending to it, loading an aggregate, projecting the register, a heat map, each measured with logs
 * of growing size. Quoted is the slope of the logarithm of the time over the logarithm of the size, by least squares: 1 would be a
 * time that grows as the log does, 0 one that does not.
 */
final class P7 {

    private static final int WRITERS = 32;
    private static final int CALLERS = 16;
    private static final int FACTS_PER_RISK = 10;
    private static final int STREAMS_LOADED = 2_000;
    private static final int WARMING_UP = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Map<String, Double> REQUIRED =
            Map.of("append", 0.05, "load", 0.05, "projection", 0.10, "heat-map", 0.05);

    /** What {@code EventLog.stream} sends. */
    private static final String STREAM = """
            select position, tenant, tenant_position, kind, aggregate, number, version, event_id, type, revision, recorded_at, stated_at,
                   actor, roles, correlation, causation, trace_id, clauses, reason, payload
            from event_log where aggregate = ? and kind = ? and tenant = ? and version > ? and version <= ? order by version""";

    /**
     * How long one took with a log of a size.
     *
     * @param facts in the log, in the middle of the measurement
     * @param micros for one command, load, fact or answer
     */
    private record Point(String of, double facts, double micros) {}

    private P7() {}

    /** @param sizes how many facts the log has, ascending */
    static void run(Path project, Path results, Effort effort, List<Long> sizes) throws Exception {
        try (var installation = Installation.start(project, 1);
                var manager = new Api(installation.gateway.address(), installation.manager(), WRITERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "p7");
            warmUp(installation.postgres, effort);
            long before = fill(installation, manager, Register.prepare(manager, management), effort);
            installation.riskService().close();
            var points = new ArrayList<Point>();
            var slices = new ArrayList<Slice>();
            var made = new ArrayList<Map<String, Object>>();
            try (var server = installation.superuser()) {
                into.environment(Durability.required(server));
                var multiplied = new Multiplied(server, before);
                for (long size : sizes) {
                    long start = System.nanoTime();
                    multiplied.untilFacts(size);
                    made.add(made(server, (System.nanoTime() - start) / 1e9));
                    points.add(append(installation, server, effort, slices));
                    points.add(load(installation, server, effort, slices));
                    // what was appended is not projected: the next projection begins after it
                    Multiplied.passToTheHead(server);
                    installation.riskService().launch().await("ready");
                    points.add(heatMap(server, manager, effort, slices));
                    points.add(projection(server, multiplied, effort));
                    installation.riskService().close();
                }
                into.slices(slices);
                write(into, points, made, multiplied);
            }
        }
    }

    /** What appends runs in this JVM for all sizes: the first must not be the one that pays for compiling it. */
    private static void warmUp(PostgresServer postgres, Effort effort) throws Exception {
        try (var engine = new AppendEngine(Log.create(postgres, "warm"))) {
            ClosedLoop.run(engine, CALLERS, effort.of(Duration.ofSeconds(12)));
        }
    }

    /** Registers some and assesses each again and again; gives the position of the log before them. */
    private static long fill(Installation installation, Api api, Register register, Effort effort) throws Exception {
        int risks = effort == Effort.WHOLE ? 1_000 : 200;
        var ids = new String[risks];
        try (var server = installation.superuser()) {
            Settled.await(server, PATIENCE);
            long before = Multiplied.head(server);
            Parallel.run(WRITERS, risks, n -> {
                ids[n] = Register.id();
                api.call("POST", "/api/v1/risks", register.registration(ids[n], n), once())
                        .expect(201);
            });
            for (int version = 1; version < FACTS_PER_RISK; version++) {
                var etag = "\"" + version + "\"";
                int nth = version;
                Parallel.run(WRITERS, risks, n -> {
                    var headers = new LinkedHashMap<>(once());
                    headers.put("If-Match", etag);
                    api.call("POST", "/api/v1/risks/" + ids[n] + "/assessments", Register.assessment(n + nth), headers)
                            .expect(200);
                });
            }
            Settled.await(server, PATIENCE);
            return before;
        }
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** In process, by the writer that the service has, while the service does not run. */
    private static Point append(Installation installation, Connection server, Effort effort, List<Slice> slices)
            throws Exception {
        long before = Multiplied.head(server);
        var micros = new ArrayList<Double>();
        try (var engine = new AppendEngine(Log.writer(installation.postgres, "risk"))) {
            ClosedLoop.run(engine, CALLERS, Duration.ofMillis(500));
            for (int round = 0; round < effort.rounds(5); round++) {
                var slice =
                        told(slices, named("append-" + before, ClosedLoop.run(engine, CALLERS, Duration.ofSeconds(1))));
                micros.add(1e6 / slice.perSecond());
            }
        }
        return told(new Point("append", (before + Multiplied.head(server)) / 2.0, median(micros)));
    }

    /** Streams from all parts of the log, as many whatever its size, so that what differs is not what memory holds. */
    private static Point load(Installation installation, Connection server, Effort effort, List<Slice> slices)
            throws Exception {
        long facts = Multiplied.head(server);
        var streams = streams(server);
        if (streams.isEmpty()) {
            throw new IllegalStateException("no risk has " + FACTS_PER_RISK + " facts");
        }
        try (var writer = Log.writer(installation.postgres, "risk").getConnection();
                var select = writer.prepareStatement(STREAM)) {
            told(slices, loaded("first-load-" + facts, select, streams, 1));
            // the second time they are in memory
            loaded("warm-up", select, streams, 2);
            var slice = told(slices, loaded("load-" + facts, select, streams, effort == Effort.WHOLE ? 10 : 4));
            return told(new Point("load", facts, slice.latency().getValueAtPercentile(50)));
        }
    }

    /** Of risks that have all their facts, which what was appended here has not. */
    private static List<UUID> streams(Connection server) throws SQLException {
        var streams = new ArrayList<UUID>();
        try (var query = server.prepareStatement("""
                with whole as materialized (
                    select id, row_number() over (order by number) as nth, count(*) over () as risks from risk_register
                    where tenant = ? and valid_to = '9999-12-31T00:00:00Z' and version = ?)
                select id from whole where nth % greatest(1, risks / ?) = 0 order by md5(id::text) limit ?""")) {
            query.setString(1, Installation.TENANT);
            query.setLong(2, FACTS_PER_RISK);
            query.setInt(3, STREAMS_LOADED);
            query.setInt(4, STREAMS_LOADED);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    streams.add(row.getObject(1, UUID.class));
                }
            }
        }
        return streams;
    }

    private static Slice loaded(String name, PreparedStatement select, List<UUID> streams, int times)
            throws SQLException {
        var latency = ClosedLoop.histogram();
        long start = System.nanoTime();
        for (int time = 0; time < times; time++) {
            for (var stream : streams) {
                long before = System.nanoTime();
                select.setObject(1, stream);
                select.setString(2, "risk");
                select.setString(3, Installation.TENANT);
                select.setLong(4, 0);
                select.setLong(5, Long.MAX_VALUE);
                int facts = 0;
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        row.getBytes("payload");
                        facts++;
                    }
                }
                latency.recordValue((System.nanoTime() - before) / 1000);
                if (facts != FACTS_PER_RISK) {
                    throw new IllegalStateException(stream + " has " + facts + " facts");
                }
            }
        }
        return new Slice(name, latency.getTotalCount(), 0, (System.nanoTime() - start) / 1e9, Duration.ZERO, latency);
    }

    private static Point heatMap(Connection server, Api api, Effort effort, List<Slice> slices) throws Exception {
        Statements.untilAnswered(() -> api.get("/api/v1/heat-map"));
        long facts = Multiplied.head(server);
        var side = new HeatMap(api, "heat-map-" + facts);
        ClosedLoop.run(side, 1, effort.of(Duration.ofSeconds(16)));
        var slice = told(slices, ClosedLoop.run(side, 1, effort.of(Duration.ofSeconds(10))));
        return told(new Point("heat-map", facts, slice.latency().getValueAtPercentile(50)));
    }

    /**
     * How fast the service catches up with facts that came all at once: from the first that it is seen to have projected into the
     * register to the last.
     */
    private static Point projection(Connection server, Multiplied multiplied, Effort effort) throws Exception {
        var micros = new ArrayList<Double>();
        long before = Multiplied.head(server);
        for (int round = -WARMING_UP; round < effort.rounds(5); round++) {
            long from = Multiplied.head(server);
            long to = multiplied.appendUnprojected();
            long start = System.nanoTime();
            long seen = from;
            while (seen == from) {
                seen = projected(server, start);
            }
            long first = seen;
            long begun = System.nanoTime();
            while (seen < to) {
                seen = projected(server, start);
            }
            if (first == to) {
                throw new IllegalStateException("all was projected at once: nothing to measure");
            }
            if (round >= 0) {
                micros.add((System.nanoTime() - begun) / 1e3 / (to - first));
            }
            Settled.await(server, PATIENCE);
        }
        return told(new Point("projection", (before + Multiplied.head(server)) / 2.0, median(micros)));
    }

    private static long projected(Connection server, long start) throws SQLException, InterruptedException {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new IllegalStateException("the register is not projected");
        }
        Thread.sleep(2);
        return Multiplied.number(server, "select position from projection_progress where name = 'risk-register'");
    }

    private static Map<String, Object> made(Connection server, double seconds) throws SQLException {
        var made = new LinkedHashMap<String, Object>();
        made.put("facts", Multiplied.head(server));
        made.put(
                "risks",
                Multiplied.number(
                        server, "select count(*) from risk_register where valid_to = '9999-12-31T00:00:00Z'"));
        made.put("logBytes", Multiplied.number(server, "select pg_total_relation_size('event_log')"));
        made.put("registerBytes", Multiplied.number(server, "select pg_total_relation_size('risk_register')"));
        made.put("seconds", seconds);
        System.out.println("made " + made);
        return made;
    }

    private static void write(Results into, List<Point> points, List<Map<String, Object>> made, Multiplied multiplied)
            throws IOException {
        var slopes = new LinkedHashMap<String, Double>();
        for (var name : List.of("append", "load", "projection", "heat-map")) {
            slopes.put(
                    name,
                    slope(points.stream()
                            .filter(point -> point.of().equals(name))
                            .toList()));
        }
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what",
                "growth: slope of log(time) over log(facts in the log), up to "
                        + made.getLast().get("facts") + " facts");
        summary.put("slopes", slopes);
        summary.put("required", REQUIRED);
        summary.put("points", points);
        summary.put("made", made);
        summary.put(
                "howMade",
                "%d facts of %d risks through the API, then multiplied in the database: facts and rows of the register, with ids, numbers and positions of their own"
                        .formatted(multiplied.facts(), multiplied.risks()));
        summary.put(
                "howMeasured",
                Map.of(
                        "append",
                                "batch writer in process, 16 callers, the service stopped: seconds / commands, median of slices",
                        "load",
                                "the SELECT of a stream of 10 facts, prepared, of at most " + STREAMS_LOADED
                                        + " streams from all parts of the log, read before: median",
                        "projection",
                                "facts of one transaction, by the running service, from the first that the register has to the last: median of rounds",
                        "heat-map", "through the gateway, one reader: median"));
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.println("P7 slopes " + slopes);
    }

    /** Least squares. */
    static double slope(List<P7.Point> points) {
        double meanX = points.stream()
                .mapToDouble(point -> Math.log(point.facts()))
                .average()
                .orElseThrow();
        double meanY = points.stream()
                .mapToDouble(point -> Math.log(point.micros()))
                .average()
                .orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (var point : points) {
            double x = Math.log(point.facts()) - meanX;
            covariance += x * (Math.log(point.micros()) - meanY);
            variance += x * x;
        }
        return covariance / variance;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Slice named(String name, Slice slice) {
        return new Slice(name, slice.calls(), slice.failures(), slice.seconds(), slice.processor(), slice.latency());
    }

    private static Slice told(List<Slice> slices, Slice slice) {
        System.out.println(slice);
        slices.add(slice);
        return slice;
    }

    private static Point told(Point point) {
        System.out.println(point);
        return point;
    }

    private record HeatMap(Api api, String name) implements Side {

        @Override
        public Caller caller(int index) {
            return () -> api.get("/api/v1/heat-map").expect(200);
        }

        @Override
        public void close() {}
    }
}
