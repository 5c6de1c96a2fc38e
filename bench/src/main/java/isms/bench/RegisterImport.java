package isms.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long {@code POST /risks/imports} takes for a file of 10,000 risks with their assessments, through the gateway. */
final class RegisterImport {

    private static final int ROWS = 10_000;
    private static final int REQUIRED_SECONDS = 30;

    /** As long as the gateway has, so that what is too slow is measured too. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private RegisterImport() {}

    static void run(Path project, Path results, Effort effort) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var manager = new Api(installation.gateway.address(), installation.manager(), 1, PATIENCE);
                var management = new Api(installation.gateway.address(), installation.management(), 1)) {
            var into = Results.of(results, "import");
            into.environment(Durability.required(server));
            var register = Register.prepare(manager, management);
            int rounds = effort == Effort.WHOLE ? 3 : 1;
            var news = new ArrayList<Double>();
            var visible = new ArrayList<Double>();
            var again = new ArrayList<Double>();
            // the first one finds a JVM that has compiled nothing, as the one import of an organization does
            for (int round = 0; round < rounds; round++) {
                String file = file(register, "R-" + round, ROWS, 0);
                long start = System.nanoTime();
                var answer = send(manager, file);
                news.add(seconds(start));
                expect(answer, "created", ROWS);
                expect(answer, "assessed", ROWS);
                await(manager, (round + 1) * ROWS);
                visible.add(seconds(start));
                start = System.nanoTime();
                answer = send(manager, file);
                again.add(seconds(start));
                expect(answer, "unchanged", ROWS);
            }
            var summary = new LinkedHashMap<String, Object>();
            summary.put("what", "POST /risks/imports through the gateway: a CSV file of 10,000 risks with assessments");
            summary.put("bytes", file(register, "R-0", ROWS, 0).length());
            summary.put("secondsToTheAnswer", news);
            summary.put("secondsUntilAllAreSeen", visible);
            summary.put("secondsForTheSameFileAgain", again);
            summary.put("required", REQUIRED_SECONDS);
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
            System.out.printf("import %s s, seen after %s s, again %s s%n", news, visible, again);
        }
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e7) / 100.0;
    }

    private static Api.Answer send(Api manager, String file) throws IOException {
        return manager.call("POST", "/api/v1/risks/imports?source=bench", file, Map.of("Content-Type", "text/csv"))
                .expect(200);
    }

    private static void expect(Api.Answer answer, String count, int expected) {
        int found = answer.json().path("counts").path(count).asInt();
        if (found != expected) {
            throw new IllegalStateException(count + " " + found + " of " + expected);
        }
    }

    private static void await(Api manager, int total) throws IOException, InterruptedException {
        while (manager.get("/api/v1/risks?status=assessed&count=true&limit=1")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt()
                < total) {
            Thread.sleep(100);
        }
    }

    /**
     * A file of risks with an assessment of each.
     *
     * @param prefix of their names; what has the same name is the same risk
     * @param nth how many assessments there were before; the next one says something else, of a later day
     */
    static String file(Register register, String prefix, int rows, int nth) {
        var day =
                LocalDate.now(ZoneOffset.UTC).minusDays(Math.max(1, 100 - nth)).toString();
        var text = new StringBuilder(String.join(
                ",",
                "externalId",
                "title",
                "context",
                "owner",
                "scenario.source",
                "scenario.event",
                "scenario.vulnerability",
                "scenario.consequence",
                "affects",
                "assets",
                "category",
                "assessedAt",
                "current.likelihood",
                "current.likelihood.rationale",
                "current.impact.financial",
                "current.impact.financial.rationale",
                "current.impact.operational",
                "current.impact.operational.rationale",
                "current.impact.fines",
                "current.impact.fines.rationale"));
        for (int i = 0; i < rows; i++) {
            text.append("\r\n")
                    .append(String.join(
                            ",",
                            List.of(
                                    prefix + "-" + i,
                                    "Encrypted file servers stop order processing " + i,
                                    register.context(),
                                    Installation.People.OWNER,
                                    "A criminal group that extorts manufacturers",
                                    "File servers and their backups are encrypted during a weekend",
                                    "Backups hang on the same directory service as the servers they protect",
                                    "No order can be confirmed for a week",
                                    "availability; integrity",
                                    "File servers; Backup server",
                                    "Malicious software",
                                    day,
                                    Integer.toString(1 + (i + nth) % 4),
                                    "Two comparable plants were hit within a year",
                                    Integer.toString(1 + (i + nth) % 3),
                                    "A week without order confirmation was costed with sales",
                                    "3",
                                    "No order can be confirmed",
                                    "1",
                                    "No personal data are concerned")));
        }
        return text.toString();
    }
}
