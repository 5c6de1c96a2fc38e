package isms.platform.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void unpackedInPart() throws IOException {
        library = folder.resolve("PG-1").resolve("lib").resolve("libpq.so");
        Files.createDirectories(library.getParent());
        Files.createSymbolicLink(library, Path.of("libpq.so.5"));
    }

    @Test
    void what_is_half_unpacked_is_not_in_the_way_of_the_next_start() {
        PostgresBinaries.deleteWhatIsHalfUnpacked(folder);

        assertThat(library.getParent()).doesNotExist();
        assertThat(folder.resolve("PG-1")).exists();
    }

    @Test
    void what_is_whole_stays() throws IOException {
        Files.createFile(folder.resolve("PG-1").resolve(".exists"));

        PostgresBinaries.deleteWhatIsHalfUnpacked(folder);

        assertThat(library.getParent()).isNotEmptyDirectory();
    }

    @Test
    void what_somebody_is_unpacking_stays() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("PG-1").resolve("epg-lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            PostgresBinaries.deleteWhatIsHalfUnpacked(folder);

            assertThat(lock.isValid()).isTrue();
            assertThat(library.getParent()).isNotEmptyDirectory();
        }
    }

    @Test
    void nothing_unpacked_yet_is_no_error() {
        PostgresBinaries.deleteWhatIsHalfUnpacked(folder.resolve("none"));

        assertThat(folder.resolve("none")).doesNotExist();
    }
}
