package isms.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/**
 * The heat map of an organization with many risks, and with ten times as many: through the gateway, and the statement that counts
 * them asked of PostgreSQL without the service; against counting the current rows of the register by cell.
 */
final class P6 {

    private static final int GROWTH = 10;
    private static final int WRITERS = 32;
    private static final double REQUIRED_MILLIS = 5;
    private static final double REQUIRED_RATIO = 0.02;
    private static final double REQUIRED_GROWTH = 1.2;

    private static final String PATH = "/api/v1/heat-map";
    private static final String COUNTED_AS_KEPT = "risk_count_change";

    private static final SentStatement GROUP_BY = new SentStatement("""
            select cast(json_agg(cell) as text) from (
                select current_likelihood as likelihood, current_impact as impact, current_band as band, count(*) as risks
                from risk_register where tenant = $1 and valid_to = '9999-12-31T00:00:00Z' group by 1, 2, 3) cell""", List.of("'" + Installation.TENANT + "'"));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was measured with so many risks. */
    private record Measured(
            long risks, long facts, int cells, Histogram gateway, Histogram statement, Histogram groupBy) {

        Map<String, Object> told() {
            var told = new LinkedHashMap<String, Object>();
            told.put("risks", risks);
            told.put("facts", facts);
            told.put("cells", cells);
            tell(told, "gateway", gateway);
            tell(told, "statement", statement);
            tell(told, "groupBy", groupBy);
            told.put("ratio", ratio(statement));
            told.put("ratioThroughGateway", ratio(gateway));
            return told;
        }

        /** The slow ones over what is usual of the GROUP BY. */
        double ratio(Histogram heatMap) {
            return millis(heatMap, 99) / millis(groupBy, 50);
        }

        private static void tell(Map<String, Object> told, String name, Histogram latency) {
            told.put(name + "P50Millis", millis(latency, 50));
            told.put(name + "P99Millis", millis(latency, 99));
        }
    }

    private P6() {}

    static void run(Path project, Path results, Effort effort, int risks) throws Exception {
        try (var installation = Installation.start(project, 1);
                var manager = new Api(installation.gateway.address(), installation.manager(), WRITERS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "p6");
            long before = fill(installation, manager, Register.prepare(manager, management), effort);
            var sent = SentStatement.of(installation, COUNTED_AS_KEPT, () -> manager.get(PATH));
            var measured = new ArrayList<Measured>();
            var slices = new ArrayList<Slice>();
            try (var server = installation.superuser()) {
                into.environment(Durability.required(server));
                var multiplied = new Multiplied(server, before);
                for (int size : List.of(risks / GROWTH, risks)) {
                    long start = System.nanoTime();
                    multiplied.untilRisks(size);
                    System.out.printf("  made in %.0f s%n", (System.nanoTime() - start) / 1e9);
                    installation.riskService().launch().await("ready");
                    Statements.untilAnswered(() -> manager.get(PATH));
                    measured.add(measure(installation, server, manager, sent, effort, slices));
                    installation.riskService().close();
                }
                into.slices(slices);
                write(into, multiplied, measured, sent);
            }
        }
    }

    /** Registers and assesses some; gives the position of the log before them. */
    private static long fill(Installation installation, Api api, Register register, Effort effort) throws Exception {
        try (var server = installation.superuser()) {
            long before = Multiplied.head(server);
            Parallel.run(WRITERS, effort == Effort.WHOLE ? 5_000 : 1_000, n -> {
                var id = Register.id();
                api.call("POST", "/api/v1/risks", register.registration(id, n), once())
                        .expect(201);
                var version = new LinkedHashMap<>(once());
                version.put("If-Match", "\"1\"");
                api.call("POST", "/api/v1/risks/" + id + "/assessments", Register.assessment(n), version)
                        .expect(200);
            });
            Settled.await(server, Duration.ofMinutes(5));
            return before;
        }
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Measured measure(
            Installation installation,
            Connection server,
            Api api,
            SentStatement sent,
            Effort effort,
            List<Slice> slices)
            throws Exception {
        try (var reader =
                DriverManager.getConnection(installation.postgres.jdbcUrl("risk"), "risk_reader", "risk_reader")) {
            execute(reader, "set isms.tenant = '" + Installation.TENANT + "'");
            var kept = sent.prepare(reader, "kept");
            var grouped = GROUP_BY.prepare(reader, "grouped");
            int cells = compare(reader, kept, grouped);
            long risks = Multiplied.number(
                    server, "select count(*) from risk_register where valid_to = '9999-12-31T00:00:00Z'");
            // as the superuser: row-level security would cost this side something for each row
            var yardstick = GROUP_BY.prepare(server, "grouped_" + risks);
            var gateway = new Repeated("gateway-" + risks, () -> api.get(PATH).expect(200));
            var statement = new Repeated("statement-" + risks, () -> one(reader, kept));
            var groupBy = new Repeated("group-by-" + risks, () -> one(server, yardstick));
            ClosedLoop.run(gateway, 1, effort.of(Duration.ofSeconds(16)));
            ClosedLoop.run(statement, 1, effort.of(Duration.ofSeconds(4)));
            ClosedLoop.run(groupBy, 1, effort.of(Duration.ofSeconds(4)));
            var latencies = List.of(ClosedLoop.histogram(), ClosedLoop.histogram(), ClosedLoop.histogram());
            var sides = List.of(gateway, statement, groupBy);
            for (int round = 0; round < effort.rounds(3); round++) {
                for (int side = 0; side < sides.size(); side++) {
                    var slice = ClosedLoop.run(sides.get(side), 1, effort.of(Duration.ofSeconds(8)));
                    System.out.println(slice);
                    slices.add(slice);
                    latencies.get(side).add(slice.latency());
                }
            }
            compare(reader, kept, grouped);
            return new Measured(
                    risks, Multiplied.head(server), cells, latencies.get(0), latencies.get(1), latencies.get(2));
        }
    }

    /** Both within one moment of the database; gives how many cells they agree on. */
    private static int compare(Connection reader, String kept, String grouped) throws SQLException, IOException {
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            if (Multiplied.number(reader, "select count(*) from risk_count_position()") == 0) {
                throw new IllegalStateException("no counts are kept: the heat map goes over the register");
            }
            var one = cells(one(reader, kept));
            var other = cells(one(reader, grouped));
            if (!one.equals(other)) {
                throw new IllegalStateException("the heat map counts " + one + ", the GROUP BY " + other);
            }
            return one.size();
        } finally {
            reader.rollback();
            reader.setAutoCommit(true);
        }
    }

    /** How many risks are in each cell; the service counts each context and version of a methodology for itself. */
    private static Map<String, Long> cells(String counted) throws IOException {
        var cells = new TreeMap<String, Long>();
        for (JsonNode count : JSON.readTree(counted)) {
            cells.merge(
                    count.path("likelihood") + "/" + count.path("impact") + "/" + count.path("band"),
                    count.path("risks").asLong(),
                    Long::sum);
        }
        return cells;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double millis(Histogram latency, double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }

    private static void write(Results into, Multiplied multiplied, List<Measured> measured, SentStatement sent)
            throws IOException {
        var few = measured.getFirst();
        var many = measured.getLast();
        double growth = millis(many.statement(), 50) / millis(few.statement(), 50);
        double growthThroughGateway = millis(many.gateway(), 50) / millis(few.gateway(), 50);
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what",
                "heat map of " + many.risks()
                        + " risks, p99 of one reader; its statement's p99 / median of a GROUP BY of the current"
                        + " rows; median / that with " + few.risks());
        summary.put("gatewayP99Millis", millis(many.gateway(), 99));
        summary.put("statementP99Millis", millis(many.statement(), 99));
        summary.put("groupByP50Millis", millis(many.groupBy(), 50));
        summary.put("ratio", many.ratio(many.statement()));
        summary.put("ratioThroughGateway", many.ratio(many.gateway()));
        summary.put("growth", growth);
        summary.put("growthThroughGateway", growthThroughGateway);
        summary.put("requiredMillis", REQUIRED_MILLIS);
        summary.put("requiredRatio", REQUIRED_RATIO);
        summary.put("requiredGrowth", REQUIRED_GROWTH);
        summary.put("sizes", measured.stream().map(Measured::told).toList());
        summary.put(
                "risksMade",
                "%d through the API, then multiplied in the database: facts and rows of the register, with ids, numbers and positions of"
                                .formatted(multiplied.risks())
                        + " their own; counted by the service's own count_risks()");
        summary.put(
                "equal",
                "the statement and the GROUP BY, cell by cell, in one snapshot, before and after each size was measured");
        summary.put("statement", sent);
        summary.put("groupBy", GROUP_BY);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.printf(
                "P6 p99 %.2f ms through the gateway, %.2f ms in PostgreSQL; GROUP BY %.1f ms, ratio %.4f; growth %.2f (gateway %.2f)%n",
                millis(many.gateway(), 99),
                millis(many.statement(), 99),
                millis(many.groupBy(), 50),
                many.ratio(many.statement()),
                growth,
                growthThroughGateway);
    }

    /** One question again and again. */
    private record Repeated(String name, Caller question) implements Side {

        @Override
        public Caller caller(int index) {
            return question;
        }

        @Override
        public void close() {}
    }
}
