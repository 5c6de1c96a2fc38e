package isms.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process holds in memory, as Linux tells it.
 *
 * @param residentMebibytes all of it
 * @param anonymousMebibytes what belongs to it alone: heap, stacks, compiled code, buffers
 * @param mappedMebibytes files that are mapped: libraries, jars, the ahead-of-time cache
 * @param mostMebibytes the most that it ever held
 */
record Memory(long residentMebibytes, long anonymousMebibytes, long mappedMebibytes, long mostMebibytes) {

    static Memory of(long pid) {
        try {
            var status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            return new Memory(
                    value(status, "VmRSS:"),
                    value(status, "RssAnon:"),
                    value(status, "RssFile:"),
                    value(status, "VmHWM:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long value(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .map(kibibytes -> Math.round(kibibytes / 1024.0))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("/proc tells no " + name));
    }

    /** What a JVM says of its heap and of its classes. */
    static List<String> heap(long pid) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
