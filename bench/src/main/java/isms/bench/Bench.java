package isms.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench p1 [--quick] [--results <directory>]}; see {@code bench list}. */
public final class Bench {

    private static final String HELP = """
            p1     append engine in process / single-row commits, 16 callers      (about 4 minutes)
            all    each of these
            list   this text

            --quick               a quarter of the time, one round: shows that it works, not how fast it is
            --results <folder>    where the raw figures go (bench/results)
            """;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        // Flyway and the drivers speak through java.util.logging; a benchmark's output is its figures
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        var words = new ArrayList<>(List.of(args));
        var effort = words.remove("--quick") ? Effort.QUICK : Effort.WHOLE;
        var results = Path.of("bench", "results");
        int at = words.indexOf("--results");
        if (at >= 0) {
            results = Path.of(words.get(at + 1));
            words.subList(at, at + 2).clear();
        }
        switch (words.isEmpty() ? "list" : words.getFirst()) {
            case "p1", "all" -> P1.run(results, effort);
            case "list" -> System.out.print(HELP);
            default -> {
                System.err.print(HELP);
                System.exit(2);
            }
        }
        // a JVM with idle pools would linger
        System.exit(0);
    }
}
