package isms.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path program;

    @SuppressWarnings("NullAway.Init")
    private AotCache cache;

    @BeforeEach
    void a_program_without_a_cache() throws IOException {
        program = Files.createFile(folder.resolve("program.jar"));
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().minusSeconds(60)));
        cache = new AotCache(folder.resolve("program.aot"), program);
    }

    @Test
    void the_first_run_records_and_the_next_starts_from_it() throws IOException {
        assertThat(cache.options()).contains("-XX:AOTCacheOutput=" + folder.resolve("program.aot.next"));

        Files.createFile(folder.resolve("program.aot.next"));
        cache.keep();
        assertThat(cache.options()).contains("-XX:AOTCache=" + folder.resolve("program.aot"));
    }

    @Test
    void a_recording_that_was_cut_off_is_not_used() throws IOException {
        Files.createFile(folder.resolve("program.aot.next"));
        cache.discard();
        cache.keep();
        assertThat(cache.options()).contains("-XX:AOTCacheOutput=" + folder.resolve("program.aot.next"));
    }

    @Test
    void a_newer_program_records_anew() throws IOException {
        Files.createFile(folder.resolve("program.aot"));
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(cache.options()).contains("-XX:AOTCacheOutput=" + folder.resolve("program.aot.next"));
    }
}
