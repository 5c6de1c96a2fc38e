package isms.platform.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where EmbeddedPostgres unpacks the server's programs, once per user and version. A process that ended in the middle of
 * it would leave a folder on which every later start fails: what was written of it already is in the way.
 */
final class PostgresBinaries {

    /** What EmbeddedPostgres writes when a folder is whole. */
    private static final String WHOLE = ".exists";

    /** What EmbeddedPostgres locks as long as it unpacks. */
    private static final String LOCK = "epg-lock";

    private PostgresBinaries() {}

    /** Where EmbeddedPostgres unpacks unless told otherwise. */
    static Path folder() {
        return Path.of(System.getProperty(
                "ot.epg.working-dir",
                Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg").toString()));
    }

    /** Empties folders that nobody is unpacking into and that are not whole. */
    static void deleteWhatIsHalfUnpacked(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, "PG-*")) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(WHOLE))) {
                    emptyUnlessLocked(version);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void emptyUnlessLocked(Path version) throws IOException {
        Path lockFile = version.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // Somebody else may have come to the end between the two looks.
            if (lock == null || Files.exists(version.resolve(WHOLE))) {
                return;
            }
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(version)) {
                for (Path part : parts) {
                    if (!part.equals(lockFile)) {
                        Directories.delete(part);
                    }
                }
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM is unpacking.
            return;
        }
    }
}
