package isms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processor time that this JVM and the given processes with their children have used. Unlike the clock on the wall it
 * hardly depends on what else the machine does.
 */
final class ProcessorTime implements Supplier<Duration> {

    /** USER_HZ, which Linux has fixed at 100 for what it tells programs. */
    private static final long MILLIS_PER_TICK = 10;

    private final List<Long> processes;

    ProcessorTime(List<Long> processes) {
        this.processes = processes;
    }

    @Override
    public Duration get() {
        var all = Stream.concat(
                Stream.of(ProcessHandle.current().pid()),
                processes.stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants())
                                .map(ProcessHandle::pid)));
        return Duration.ofMillis(all.distinct().mapToLong(ProcessorTime::ticks).sum() * MILLIS_PER_TICK);
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the command in parentheses may hold blanks; utime, stime, cutime, cstime are the fields 14 to 17
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11])
                    + Long.parseLong(fields[12])
                    + Long.parseLong(fields[13])
                    + Long.parseLong(fields[14]);
        } catch (IOException ended) {
            return 0;
        }
    }
}
