package isms.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes remembered in files, with the moment they started: a number alone may mean another process by now. */
final class Processes {

    private Processes() {}

    static void remember(Path file, ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + startOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that the file remembers, if it still runs. */
    static Optional<ProcessHandle> remembered(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return words.length == 2
                    ? ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> Long.toString(startOf(process)).equals(words[1]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks the process to end, waits, and ends by force what does not listen and what it leaves behind.
     *
     * @return whether the process ended without force
     */
    static boolean end(ProcessHandle process, Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        boolean byItself = ended(process, patience);
        if (!byItself) {
            process.destroyForcibly();
        }
        // Whoever was killed cannot pass the word on to its children.
        children.forEach(ProcessHandle::destroy);
        for (ProcessHandle one :
                Stream.concat(Stream.of(process), children.stream()).toList()) {
            if (!ended(one, Duration.ofSeconds(5))) {
                one.destroyForcibly();
            }
        }
        return byItself;
    }

    static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
