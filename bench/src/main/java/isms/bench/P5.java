package isms.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * How long the register takes to be rebuilt from its events, against PostgreSQL's own COPY of the same events out of the same
 * table, both while others write.
 */
final class P5 {

    private static final int EVENTS_PER_RISK = 10;
    private static final int MOST_ROWS = 10_000;
    private static final int WRITES_PER_SECOND = 100;
    private static final int RISKS_WRITTEN = 256;
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    /** A rebuild and the copies before and after it, in seconds. */
    private record Round(double before, double rebuild, double after) {

        double ratio() {
            return rebuild / ((before + after) / 2);
        }
    }

    private P5() {}

    static void run(Path project, Path results, Effort effort, int events) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var importer =
                        new Api(installation.gateway.address(), installation.manager(), 1, Duration.ofSeconds(100));
                var manager = new Api(installation.gateway.address(), installation.manager(), CONNECTIONS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "p5");
            into.environment(Durability.required(server));
            var register = Register.prepare(manager, management);
            long start = System.nanoTime();
            fill(importer, register, events);
            double filling = seconds(start);
            Settled.await(server, PATIENCE);
            server.createStatement().execute("vacuum analyze");
            long last = number(server, "select max(position) from event_log");
            System.out.printf("%d events in %.0f s%n", last, filling);
            var stop = new AtomicBoolean();
            var rounds = new ArrayList<Round>();
            long bytes;
            Slice slice;
            try (var commands = new GatewayCommands(manager, register, RISKS_WRITTEN, 1);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writes = threads.submit(() -> write(commands, stop));
                try {
                    bytes = copy(server, last);
                    for (int round = 0; round < effort.rounds(2); round++) {
                        var measured = round(installation, server, last);
                        System.out.printf(
                                "COPY %.1f s, rebuild %.1f s, COPY %.1f s%n",
                                measured.before(), measured.rebuild(), measured.after());
                        rounds.add(measured);
                    }
                } finally {
                    stop.set(true);
                }
                slice = writes.get();
            }
            System.out.println(slice);
            into.slices(List.of(slice));
            Settled.await(server, Duration.ofMinutes(5));
            write(into, last, bytes, filling, rounds, missing(server));
        }
    }

    private static Round round(Installation installation, Connection server, long last) throws Exception {
        long start = System.nanoTime();
        copy(server, last);
        double before = seconds(start);
        double rebuild = Rebuild.run(installation, PATIENCE).toMillis() / 1000.0;
        start = System.nanoTime();
        copy(server, last);
        return new Round(before, rebuild, seconds(start));
    }

    private static void write(Results into, long events, long bytes, double filling, List<Round> rounds, long missing)
            throws IOException {
        double ratio = rounds.stream()
                .mapToDouble(Round::ratio)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
        double fastest = rounds.stream().mapToDouble(Round::rebuild).min().orElseThrow();
        var summary = new LinkedHashMap<String, Object>();
        summary.put(
                "what",
                "rebuild of the risk register / binary COPY of the same events out of the log, while others write");
        summary.put("events", events);
        summary.put("bytesCopied", bytes);
        summary.put("ratio", ratio);
        summary.put("rounds", rounds);
        summary.put("eventsPerSecond", events / fastest);
        summary.put("writesPerSecondMeanwhile", WRITES_PER_SECOND);
        summary.put("factsWithoutRow", missing);
        summary.put("secondsToWriteTheEvents", filling);
        summary.put("failures", Failures.seen());
        into.write("result.json", summary);
        System.out.printf(
                "P5 %.1f times as long as COPY (%.0f events/s), %s%n",
                ratio, events / fastest, missing == 0 ? "each fact is one row" : missing + " FACTS WITHOUT A ROW");
    }

    /** Imports risks, file by file, and then what was assessed later of the same risks, until there are so many events. */
    private static void fill(Api importer, Register register, int events) throws IOException {
        int risks = events / EVENTS_PER_RISK;
        for (int from = 0; from < risks; from += MOST_ROWS) {
            int rows = Math.min(MOST_ROWS, risks - from);
            // the first file brings two events of each risk, its registration and an assessment
            for (int nth = 0; nth < EVENTS_PER_RISK - 1; nth++) {
                var report = importer.call(
                                "POST",
                                "/api/v1/risks/imports?source=bench&update=true",
                                RegisterImport.file(register, "R-" + from, rows, nth),
                                Map.of("Content-Type", "text/csv"))
                        .expect(200);
                int assessed = report.json().path("counts").path("assessed").asInt();
                if (assessed != rows) {
                    throw new IllegalStateException(assessed + " of " + rows + " assessed: " + report.body());
                }
            }
            System.out.printf("  %d of %d risks%n", from + rows, risks);
        }
    }

    private static Slice write(GatewayCommands commands, AtomicBoolean stop) throws InterruptedException {
        return OpenLoop.run(
                "assessments-meanwhile", WRITES_PER_SECOND, intended -> commands.assessNext(), started -> !stop.get());
    }

    /** Copies the events up to a position, and gives how many bytes came. */
    private static long copy(Connection server, long last) throws SQLException, IOException {
        var counted = new long[1];
        try (var nowhere = new OutputStream() {
            @Override
            public void write(int one) {
                counted[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                counted[0] += length;
            }
        }) {
            server.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from event_log where position <= %d) to stdout (format binary)"
                                    .formatted(last),
                            nowhere);
        }
        return counted[0];
    }

    /** Facts of risks that are no row of the register, and rows that are no fact. */
    private static long missing(Connection server) throws SQLException {
        return number(server, """
                select count(*) from (select position from event_log where kind = 'risk') e
                  full join risk_register r on r.position = e.position where e.position is null or r.position is null
                """);
    }

    private static long number(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
