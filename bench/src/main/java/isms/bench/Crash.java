package isms.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** Kills risk-service, PostgreSQL's postmaster and Kafka in turn while clients write through the gateway. */
final class Crash {

    private static final int CLIENTS = 16;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(2);

    /**
     * @param findings what is not as it was told; empty when all is well
     */
    record Report(int kills, int acknowledged, int repetitions, List<String> findings) {}

    private enum Victim {
        RISK_SERVICE,
        POSTGRES,
        KAFKA
    }

    private Crash() {}

    static void run(Path project, Path results, int kills) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser()) {
            var into = Results.of(results, "crash");
            into.environment(Durability.required(server));
            var report = on(installation, kills);
            var summary = new LinkedHashMap<String, Object>();
            summary.put("what", "kill -9 of risk-service, PostgreSQL's postmaster and Kafka in turn under load");
            summary.put("kills", report.kills());
            summary.put("acknowledgedCommands", report.acknowledged());
            summary.put("repeatedRequests", report.repetitions());
            summary.put("findings", report.findings());
            into.write("result.json", summary);
            System.out.printf(
                    "%d kills, %d commands acknowledged, %d requests repeated, %s%n",
                    report.kills(),
                    report.acknowledged(),
                    report.repetitions(),
                    report.findings().isEmpty()
                            ? "all there exactly once"
                            : report.findings().size() + " FINDINGS:\n" + Audit.told(report.findings()));
        }
    }

    static Report on(Installation installation, int kills) throws Exception {
        try (var manager = new Api(installation.gateway.address(), installation.manager(), CLIENTS);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var register = Register.prepare(manager, management);
            try (var writers = new Writers(List.of(manager), register, CLIENTS)) {
                for (int i = 0; i < kills; i++) {
                    Thread.sleep(BETWEEN_KILLS);
                    var victim = Victim.values()[i % Victim.values().length];
                    System.out.printf("kill %d: %s, %d acknowledged%n", i + 1, victim, writers.acknowledged.size());
                    kill(installation, victim);
                }
                Thread.sleep(BETWEEN_KILLS);
                writers.finish();
                System.out.printf("%d acknowledged in all; looking at what is left%n", writers.acknowledged.size());
                var findings = new Audit(installation).of(writers.acknowledged);
                findings.addAll(writers.complaints);
                return new Report(kills, writers.acknowledged.size(), writers.repetitions.get(), findings);
            }
        }
    }

    private static void kill(Installation installation, Victim victim) throws InterruptedException {
        switch (victim) {
            case RISK_SERVICE -> {
                installation.riskService().kill();
                installation.riskService().launch().await("ready");
            }
            case POSTGRES -> {
                installation.postgres.kill();
                Thread.sleep(500);
                installation.postgres.restart();
            }
            case KAFKA -> {
                installation.kafka.kill();
                Thread.sleep(500);
                installation.kafka.restart();
            }
        }
    }
}
