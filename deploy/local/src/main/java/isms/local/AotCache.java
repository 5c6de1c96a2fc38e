package isms.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A JVM's ahead-of-time cache: the first run of a program records it while it works and writes it when it ends, later runs
 * start from it in a third of the time.
 *
 * @param file where it is kept
 * @param program the jar it belongs to; a newer one makes it worthless
 */
record AotCache(Path file, Path program) {

    List<String> options() {
        return isCurrent()
                ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=error")
                : List.of("-XX:AOTCacheOutput=" + recording(), "-Xlog:aot*=error");
    }

    /** Takes what a run that ended by itself has recorded; half a recording would be worse than none. */
    void keep() {
        try {
            if (Files.exists(recording())) {
                Files.move(recording(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(recording());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path recording() {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private boolean isCurrent() {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(program)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
