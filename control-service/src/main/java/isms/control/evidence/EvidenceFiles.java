package isms.control.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files of evidence in the database, once an organization, in parts that are written once. The database itself lets no
 * session reach the files of another organization than the one it names, and nobody change or delete a part.
 */
@Singleton
public class EvidenceFiles {

    /** Of a part: what is in memory at a time for each file that is stored or read. */
    private static final int PART = 1 << 20;

    private final DataSource database;
    private final long largest;

    EvidenceFiles(
            @io.quarkus.agroal.DataSource("writer") DataSource database,
            @ConfigProperty(name = "isms.http.largest-file") MemorySize largest) {
        this.database = database;
        this.largest = largest.asLongValue();
    }

    /** What can be done within a transaction that names one organization. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    /**
     * Stores what is read, unless the organization has it already.
     *
     * @param expected the digest that the sender has computed, in hexadecimal; null when it did not say
     * @throws ProblemException when it is too large (413), or is not what the sender meant to send (422)
     */
    public StoredFile store(String tenant, InputStream content, @Nullable String expected) throws IOException {
        Path spool = Files.createTempFile("evidence", ".part");
        try {
            StoredFile file = spool(content, spool);
            if (expected != null && !expected.equals(file.sha256())) {
                throw new ProblemException(
                        ProblemCode.RULE_VIOLATED,
                        "The file has arrived with the SHA-256 " + file.sha256() + ", and not with " + expected + ".",
                        "Send it again; if it stays, compute the digest anew.");
            }
            return as(tenant, connection -> {
                if (claim(connection, tenant, file)) {
                    write(connection, tenant, file, spool);
                }
                return file;
            });
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private StoredFile spool(InputStream content, Path spool) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(spool)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > largest) {
                    throw ProblemCode.BODY_TOO_LARGE.because("A file has at most " + largest + " bytes.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw ProblemCode.INVALID_BODY.because("The file is empty.");
        }
        return new StoredFile(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Whether the file was not there; who stores the same at the same time waits for the outcome. */
    private static boolean claim(Connection connection, String tenant, StoredFile file) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into evidence_file (tenant, sha256, size) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, tenant);
            insert.setString(2, file.sha256());
            insert.setLong(3, file.size());
            return insert.executeUpdate() == 1;
        }
    }

    private static void write(Connection connection, String tenant, StoredFile file, Path spool)
            throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(spool);
                var insert = connection.prepareStatement(
                        "insert into evidence_file_part (tenant, sha256, part, content) values (?, ?, ?, ?)")) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                insert.setString(1, tenant);
                insert.setString(2, file.sha256());
                insert.setInt(3, part);
                insert.setBytes(4, bytes);
                insert.executeUpdate();
                part++;
            }
        }
    }

    /** The file with this digest, if the organization has it. */
    public Optional<StoredFile> find(String tenant, String sha256) {
        try {
            return as(tenant, connection -> {
                try (var select =
                        connection.prepareStatement("select size from evidence_file where tenant = ? and sha256 = ?")) {
                    select.setString(1, tenant);
                    select.setString(2, sha256);
                    try (var row = select.executeQuery()) {
                        return row.next() ? Optional.of(new StoredFile(sha256, row.getLong(1))) : Optional.empty();
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a file as a file on disk, fetched part by part: a client that is slow holds neither memory nor a connection.
     * Whoever asked deletes it.
     */
    Path fetch(String tenant, StoredFile file) throws IOException {
        Path spool = Files.createTempFile("evidence", ".part");
        try (OutputStream out = Files.newOutputStream(spool)) {
            for (long left = file.size(), part = 0; left > 0; part++) {
                byte[] bytes = part(tenant, file.sha256(), (int) part);
                out.write(bytes);
                left -= bytes.length;
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
    }

    private byte[] part(String tenant, String sha256, int part) throws IOException {
        return as(tenant, connection -> {
            try (var select = connection.prepareStatement(
                    "select content from evidence_file_part where tenant = ? and sha256 = ? and part = ?")) {
                select.setString(1, tenant);
                select.setString(2, sha256);
                select.setInt(3, part);
                try (var row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new EOFException("part " + part + " of " + sha256 + " is missing");
                    }
                    return row.getBytes(1);
                }
            }
        });
    }

    private <T> T as(String tenant, Work<T> work) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var name = connection.prepareStatement("select set_config('isms.tenant', ?, true)")) {
                name.setString(1, tenant);
                name.execute();
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
