package isms.platform.eventstore;

import isms.platform.decider.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the log without its hash, the payload as the bytes that are stored. */
record LogRow(
        long position,
        String tenant,
        long tenantPosition,
        String kind,
        UUID aggregate,
        long number,
        long version,
        UUID eventId,
        String type,
        int revision,
        Instant recordedAt,
        @Nullable Instant statedAt,
        String actor,
        List<String> roles,
        UUID correlation,
        UUID causation,
        @Nullable String traceId,
        List<String> clauses,
        @Nullable String reason,
        byte[] payload) {

    static final String COLUMNS =
            "position, tenant, tenant_position, kind, aggregate, number, version, event_id, type, revision,"
                    + " recorded_at, stated_at, actor, roles, correlation, causation, trace_id, clauses, reason, payload";

    static LogRow read(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getLong(6),
                row.getLong(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getInt(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                moment(row.getObject(12, OffsetDateTime.class)),
                row.getString(13),
                texts(row, 14),
                row.getObject(15, UUID.class),
                row.getObject(16, UUID.class),
                row.getString(17),
                texts(row, 18),
                row.getString(19),
                row.getBytes(20));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** The fact with its envelope, lifted to today's revision. */
    Recorded<Object> recorded(EventTypes types) {
        return recorded(types.read(type, revision, payload));
    }

    /** As {@link #recorded}; what cannot be read stands there as an {@link UnreadableFact} with its envelope. */
    Recorded<Object> recordedOrUnreadable(EventTypes types) {
        try {
            return recorded(types);
        } catch (UnreadableFact unreadable) {
            return recorded((Object) unreadable);
        }
    }

    <E> Recorded<E> recorded(E event) {
        return new Recorded<>(
                position,
                tenantPosition,
                tenant,
                kind,
                aggregate,
                number,
                version,
                eventId,
                event,
                recordedAt,
                statedAt,
                actor,
                new LinkedHashSet<>(roles),
                correlation,
                causation,
                traceId,
                clauses,
                reason);
    }
}
