package isms.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie: what was built in the project, and what is kept between runs in the state directory. */
record Layout(Path project, Path state) {

    Path data(String part) {
        return state.resolve("data").resolve(part);
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path pid(String part) {
        return state.resolve("run").resolve(part + ".pid");
    }

    Path run() {
        return state.resolve("run");
    }

    Path aotCache(String part) {
        return state.resolve("cache").resolve(part + ".aot");
    }

    /** Said when a stop will take long, and why. */
    String patienceWhenStopping() {
        return Files.exists(aotCache(Ports.GATEWAY)) || "off".equals(System.getenv("ISMS_AOT_CACHE"))
                ? ""
                : " This once it takes longer: the JVMs write down how to start faster.";
    }

    Path demonstrationDone() {
        return state.resolve("data").resolve("demonstration.done");
    }

    void create() {
        try {
            Files.createDirectories(state.resolve("data"));
            Files.createDirectories(logs());
            Files.createDirectories(state.resolve("cache"));
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything kept. Never while the stack runs. */
    void wipe() {
        for (Path kept : List.of(state.resolve("data"), logs(), run())) {
            if (Files.exists(kept)) {
                try (Stream<Path> walk = Files.walk(kept)) {
                    for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
