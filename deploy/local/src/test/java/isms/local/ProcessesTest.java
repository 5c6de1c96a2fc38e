package isms.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_remembered_process_is_found_until_it_ends() throws IOException {
        Path file = folder.resolve("sleeper.pid");
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        Processes.remember(file, sleeper.toHandle());
        assertThat(Processes.remembered(file)).contains(sleeper.toHandle());

        Processes.end(sleeper.toHandle(), Duration.ofSeconds(5));
        assertThat(Processes.remembered(file)).isEmpty();
    }

    @Test
    void another_process_with_the_same_number_is_not_taken_for_it() throws IOException {
        Path file = folder.resolve("other.pid");
        Files.writeString(file, ProcessHandle.current().pid() + " 1234567890");
        assertThat(Processes.remembered(file)).isEmpty();
    }

    @Test
    void what_does_not_listen_is_ended_by_force_with_its_children() throws IOException, InterruptedException {
        Process stubborn = new ProcessBuilder("sh", "-c", "trap '' TERM; sleep 60 & wait; sleep 60").start();
        Thread.sleep(200);
        ProcessHandle child = stubborn.toHandle().children().findFirst().orElseThrow();

        Processes.end(stubborn.toHandle(), Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(Processes.ended(child, Duration.ofSeconds(5))).isTrue();
    }
}
