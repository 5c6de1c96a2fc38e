package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @TempDir
    private Path results;

    @Test
    void of_several_runs_the_latest_is_told_and_those_kept_for_comparison_are_not() throws IOException {
        ratio("2026-01-01-p2", "2026-01-01T10:00:00Z", 0.11);
        ratio("2026-01-01-p2-2", "2026-01-01T11:00:00Z", 0.22);
        ratio("2026-02-01-p2-before", "2026-02-01T11:00:00Z", 0.33);

        assertThat(Tables.of(results))
                .contains(
                        "| P2 | commands | 0.15 | 0.6 | **0.220** (0.100 to 0.400) | [2026-01-01-p2-2](2026-01-01-p2-2), with `--quick` |")
                .doesNotContain("0.11")
                .doesNotContain("0.33");
    }

    @Test
    void reading_is_told_request_by_request() throws IOException {
        folder("2026-01-01-reads", "2026-01-01T10:00:00Z", """
                {"what": "a register", "mostStatements": 3, "statements": {"heat-map": 2}}""");
        Files.writeString(results.resolve("2026-01-01-reads/slices.json"), """
                [{"side": "heat-map", "p50Millis": 1.234, "p99Millis": 12.34, "perSecond": 50},
                 {"side": "heat-map", "p50Millis": 5, "p99Millis": 123.4, "perSecond": 1234.5}]""");

        assertThat(Tables.of(results)).contains("| heat-map | 1.23 | 12.3 | 123 | 1235 | 2 |");
    }

    @Test
    void what_was_lost_is_told() throws IOException {
        folder("2026-01-01-p4", "2026-01-01T10:00:00Z", """
                {"what": "loop", "eventsPerSecond": 500, "reachedPerSecond": 499.6, "p50Millis": 20, "p99Millis": 80,
                 "required": 100, "approved": 9, "lost": ["a"]}""");

        assertThat(Tables.of(results))
                .contains(
                        "| P4 | loop | 100 ms |  | p99 **80.0 ms** (median 20.0), at 500 of 500 events/s; 1 of 9 lost |");
    }

    @Test
    void stale_reads_are_told_where_they_were_counted() throws IOException {
        folder("2026-01-01-p3", "2026-01-01T10:00:00Z", """
                {"what": "visible", "commandsPerSecond": 900, "p50Millis": 8, "p99Millis": 40, "required": 50, "goal": 20,
                 "withToken": {"reads": 1000, "stale": 2, "unanswered": 1}}""");

        assertThat(Tables.of(results))
                .contains(
                        "| P3 | visible | 50 ms | 20 ms | p99 **40.0 ms** (median 8.00), at 900 commands/s; with the token **2** stale of 1000, 1 without an answer |");
    }

    private void ratio(String folder, String at, double ratio) throws IOException {
        folder(folder, at, """
                {"what": "commands", "ratio": %s, "lowestPair": 0.1, "highestPair": 0.4, "required": 0.15, "goal": 0.6}""".formatted(ratio));
    }

    private void folder(String folder, String at, String result) throws IOException {
        Files.createDirectories(results.resolve(folder));
        Files.writeString(results.resolve(folder + "/result.json"), result);
        Files.writeString(results.resolve(folder + "/environment.json"), """
                {"at": "%s", "asked": ["p2", "--quick"]}""".formatted(at));
    }
}
