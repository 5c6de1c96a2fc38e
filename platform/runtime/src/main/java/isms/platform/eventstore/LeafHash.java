package isms.platform.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one row of the log as a leaf of a Merkle tree (RFC 6962 and RFC 9162: SHA-256 over a zero byte and the leaf).
 *
 * <p>The leaf is the canonical envelope: the fields below in this order, each as its length in bytes (four bytes,
 * big-endian; -1 for an absent one) followed by its bytes. Text is UTF-8, numbers are eight bytes big-endian, moments are
 * microseconds since 1970-01-01T00:00Z as such a number, UUIDs are 16 bytes, lists are their number of elements as a field
 * followed by the elements. Anyone can compute it again from the row with thirty lines of any language:
 * {@code "isms-log-1", position, tenant, tenant position, kind, aggregate, number, version, event id, type, revision,
 * recorded at, stated at, actor, roles, correlation, causation, trace id, clauses, reason, payload}.
 */
final class LeafHash {

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    });

    private final MessageDigest digest = SHA_256.get();
    private final byte[] eight = new byte[Long.BYTES];
    private final byte[] four = new byte[Integer.BYTES];

    private LeafHash() {
        digest.reset();
        digest.update((byte) 0);
    }

    static byte[] of(LogRow row) {
        return new LeafHash()
                .text("isms-log-1")
                .number(row.position())
                .text(row.tenant())
                .number(row.tenantPosition())
                .text(row.kind())
                .uuid(row.aggregate())
                .number(row.number())
                .number(row.version())
                .uuid(row.eventId())
                .text(row.type())
                .number(row.revision())
                .moment(row.recordedAt())
                .moment(row.statedAt())
                .text(row.actor())
                .texts(row.roles())
                .uuid(row.correlation())
                .uuid(row.causation())
                .text(row.traceId())
                .texts(row.clauses())
                .text(row.reason())
                .bytes(row.payload())
                .digest
                .digest();
    }

    private LeafHash bytes(byte @Nullable [] value) {
        ByteBuffer.wrap(four).putInt(value == null ? -1 : value.length);
        digest.update(four);
        if (value != null) {
            digest.update(value);
        }
        return this;
    }

    private LeafHash text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private LeafHash number(long value) {
        ByteBuffer.wrap(eight).putLong(value);
        return bytes(eight);
    }

    private LeafHash uuid(UUID value) {
        return bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    private LeafHash moment(@Nullable Instant value) {
        return value == null ? bytes(null) : number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    private LeafHash texts(Collection<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }
}
