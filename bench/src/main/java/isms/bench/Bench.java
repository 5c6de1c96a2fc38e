package isms.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench p1 [--quick] [--results <directory>]}; see {@code bench list}. */
public final class Bench {

    private static final String HELP = """
            p1        append engine in process / single-row commits, 16 callers                     (about 3 minutes)
            p2        commands through the gateway / single-row commits, 32 connections; then p3   (about 10 minutes)
            p3        time from the answer of a command to its being visible, at half load          (about 6 minutes)
            p4        time from an approval in risk-service to its being visible at control-service, 500/s  (about 4 minutes)
            p5        rebuild of the register from 1,000,000 events / COPY of them, while others write    (about 20 minutes)
            p6        heat map of 100,000 and 1,000,000 risks / GROUP BY of the register             (about 15 minutes)
            p7        growth: append, load, projection, heat map with logs of 10^5 to 10^7 events  (about 50 minutes)
            p9        memory of each service at half load; from start to the first acknowledged command    (about 15 minutes)
            p10       three times the load that it can take, for a minute: what is done, refused, lost      (about 7 minutes)
            p11       one risk and a page of 100,000 risks / a bare Vert.x server with the same statements  (about 9 minutes)
            crash     kill -9 of risk-service, PostgreSQL and Kafka under load, 20 times            (about 4 minutes)
            monte-carlo           simulation of 100 risks, 100,000 years each, through the gateway  (about 1 minute)
            reads     heat map and register of 100,000 risks through the gateway, and statements   (about 6 minutes)
            controls  statements of applicability and 500 controls each of 200 organizations          (about 10 minutes)
            import    a file of 10,000 risks with assessments, through the gateway                  (about 2 minutes)
            all       each of them in turn, then tables                                       (about 2 1/2 hours)
            tables    writes README.md beside the results: the latest run of each                   (at once)
            list      this text

            --quick               a quarter of the time, one round: shows that it works, not how fast it is
            --risks <n>           how many risks reads and p11 ask about (100,000; p11 with --quick at most 5,000)
            --events <n>          how many events p5 rebuilds the register from (1,000,000, with --quick 50,000)
            --heat-map-risks <n>  how many risks p6 ends with (1,000,000, with --quick 20,000); it begins with a tenth
            --largest <n>         how many events p7 ends with (10,000,000, with --quick 100,000); it begins with a hundredth, or a tenth
            --rate <n>            how many approvals p4 sends in a second (500)
            --organizations <n>   how many organizations controls asks about (200, with --quick 20)
            --kills <n>           how often crash kills (20)
            --project <folder>    where the packaged services are (here)
            --results <folder>    where the raw figures go (bench/results)
            """;

    private static final int QUICK_RISKS = 5_000;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        // Flyway and the drivers speak through java.util.logging; a benchmark's output is its figures
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        var words = new ArrayList<>(List.of(args));
        var effort = words.remove("--quick") ? Effort.QUICK : Effort.WHOLE;
        var project = Path.of(option(words, "--project", ""));
        var results = Path.of(option(words, "--results", "bench/results"));
        int kills = Integer.parseInt(option(words, "--kills", "20"));
        int risks = Integer.parseInt(option(words, "--risks", "100000"));
        int rate = Integer.parseInt(option(words, "--rate", "500"));
        int events = Integer.parseInt(option(words, "--events", effort == Effort.WHOLE ? "1000000" : "50000"));
        int organizations = Integer.parseInt(option(words, "--organizations", effort == Effort.WHOLE ? "200" : "20"));
        int many = Integer.parseInt(option(words, "--heat-map-risks", effort == Effort.WHOLE ? "1000000" : "20000"));
        long largest = Long.parseLong(option(words, "--largest", effort == Effort.WHOLE ? "10000000" : "100000"));
        var sizes =
                effort == Effort.WHOLE ? List.of(largest / 100, largest / 10, largest) : List.of(largest / 10, largest);
        switch (words.isEmpty() ? "list" : words.getFirst()) {
            case "p1" -> P1.run(results, effort);
            case "p2" -> P2.run(project, results, effort, false);
            case "p3" -> P2.run(project, results, effort, true);
            case "p4" -> P4.run(project, results, effort, rate);
            case "p5" -> P5.run(project, results, effort, events);
            case "p6" -> P6.run(project, results, effort, many);
            case "p7" -> P7.run(project, results, effort, sizes);
            case "p9" -> P9.run(project, results, effort);
            case "p10" -> P10.run(project, results, effort);
            case "p11" ->
                P11.run(project, results, effort, effort == Effort.WHOLE ? risks : Math.min(risks, QUICK_RISKS));
            case "crash" -> Crash.run(project, results, kills);
            case "monte-carlo" -> MonteCarlo.run(project, results, effort);
            case "reads" -> Reads.run(project, results, effort, risks);
            case "controls" -> Controls.run(project, results, effort, organizations);
            case "import" -> RegisterImport.run(project, results, effort);
            case "all" -> {
                P1.run(results, effort);
                P2.run(project, results, effort, false);
                P4.run(project, results, effort, rate);
                P5.run(project, results, effort, events);
                P6.run(project, results, effort, many);
                P7.run(project, results, effort, sizes);
                P9.run(project, results, effort);
                P10.run(project, results, effort);
                P11.run(project, results, effort, effort == Effort.WHOLE ? risks : Math.min(risks, QUICK_RISKS));
                Crash.run(project, results, kills);
                MonteCarlo.run(project, results, effort);
                Reads.run(project, results, effort, risks);
                Controls.run(project, results, effort, organizations);
                RegisterImport.run(project, results, effort);
                System.out.println(Tables.write(results));
            }
            case "tables" -> System.out.println(Tables.write(results));
            case "list" -> System.out.print(HELP);
            default -> {
                System.err.print(HELP);
                System.exit(2);
            }
        }
        // a JVM with idle pools would linger
        System.exit(0);
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        var value = words.get(at + 1);
        words.subList(at, at + 2).clear();
        return value;
    }
}
