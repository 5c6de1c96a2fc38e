package isms.platform.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import isms.platform.decider.AggregateType;
import isms.platform.eventstore.EventTypes;
import isms.platform.http.ProblemCode;
import isms.platform.query.Asked;
import isms.platform.query.Page;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import isms.platform.readmodel.VersionedRow;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads histories from the log. */
@Singleton
public class Histories {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    // One JSON text comes back: the payload is JSON bytes, and no driver type has to be mapped.
    private static final String LOG = """
            select cast(coalesce(json_agg(line order by version), '[]') as text) from (
                select version, type, revision, recorded_at as "recordedAt", stated_at as "statedAt", actor, roles, reason,
                       clauses, correlation, convert_from(payload, 'UTF8') as payload
                from event_log
                where tenant = :tenant and kind = :kind and version > :after
                  and aggregate = %s
                  and %s <= cast(:moment as timestamptz)
                order by version limit :limit) line""";

    private static final String BY_KEY =
            "(select aggregate from event_log where tenant = :tenant and kind = :kind and number = :number and version = 1)";

    private final Rows rows;
    private final EventTypes types;
    private final ObjectMapper json;
    private final Caller caller;

    Histories(Rows rows, EventTypes types, ObjectMapper json, Caller caller) {
        this.rows = rows;
        this.types = types;
        this.json = json;
        this.caller = caller;
    }

    private record Line(
            long version,
            String type,
            int revision,
            Instant recordedAt,
            @Nullable Instant statedAt,
            String actor,
            List<String> roles,
            @Nullable String reason,
            List<String> clauses,
            UUID correlation,
            @JsonProperty("payload") String payload) {}

    /**
     * The history of one aggregate, its first fact first.
     *
     * @param words what a fact says in plain words
     */
    public <E> Uni<Page<HistoryEntry>> of(
            AggregateType<?, E, ?> type, Function<E, String> words, String idOrKey, HistoryRequest request) {
        request.allowOnly("after");
        String tenant = caller.tenant();
        Long number = number(type, idOrKey);
        long after = request.after == null ? 0 : request.after;
        Instant moment = request.moment();
        String sql = LOG.formatted(
                number == null ? "cast(:id as uuid)" : BY_KEY,
                request.timeline() == Timeline.STATED ? "coalesce(stated_at, recorded_at)" : "recorded_at");
        return rows.asTenant(request, session -> {
                    var query = session.createNativeQuery(sql, String.class)
                            .setParameter("tenant", tenant)
                            .setParameter("kind", type.kind())
                            .setParameter("after", after)
                            .setParameter("moment", moment == null ? VersionedRow.OPEN_END : moment)
                            .setParameter("limit", HistoryRequest.LIMIT + 1);
                    return (number == null
                                    ? query.setParameter("id", id(idOrKey))
                                    : query.setParameter("number", number))
                            .getSingleResult();
                })
                .map(this::lines)
                .map(lines -> {
                    if (lines.isEmpty() && after == 0) {
                        throw ProblemCode.NOT_FOUND.because("There is no " + type.kind() + " " + idOrKey
                                + (moment == null ? "." : " at " + moment + "."));
                    }
                    boolean more = lines.size() > HistoryRequest.LIMIT;
                    List<Line> shown = more ? lines.subList(0, HistoryRequest.LIMIT) : lines;
                    return new Page<>(
                            shown.stream().map(line -> entry(type, words, line)).toList(),
                            more ? Long.toString(shown.getLast().version()) : null,
                            null,
                            moment,
                            moment == null ? null : request.timeline());
                });
    }

    /** The whole history of one aggregate as it was at a moment, within a transaction of the caller's. */
    public <E> Uni<List<HistoryEntry>> whole(
            Mutiny.Session session, AggregateType<?, E, ?> type, Function<E, String> words, UUID id, Asked asked) {
        Instant moment = asked.moment();
        return session.createNativeQuery(
                        LOG.formatted(
                                "cast(:id as uuid)",
                                asked.timeline() == Timeline.STATED
                                        ? "coalesce(stated_at, recorded_at)"
                                        : "recorded_at"),
                        String.class)
                .setParameter("tenant", asked.organization())
                .setParameter("kind", type.kind())
                .setParameter("after", 0L)
                .setParameter("moment", moment == null ? VersionedRow.OPEN_END : moment)
                .setParameter("limit", Integer.MAX_VALUE)
                .setParameter("id", id)
                .getSingleResult()
                .map(text -> lines(text).stream()
                        .map(line -> entry(type, words, line))
                        .toList());
    }

    private List<Line> lines(String text) {
        try {
            return json.readValue(text, LINES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <E> HistoryEntry entry(AggregateType<?, E, ?> type, Function<E, String> words, Line line) {
        E fact = type.facts()
                .cast(types.read(line.type(), line.revision(), line.payload().getBytes(StandardCharsets.UTF_8)));
        Instant stated = line.statedAt();
        return new HistoryEntry(
                line.version(),
                words.apply(fact),
                line.type(),
                stated == null ? line.recordedAt() : stated,
                line.recordedAt(),
                stated != null,
                line.actor(),
                line.roles(),
                line.reason(),
                line.clauses(),
                line.correlation());
    }

    /** The number in a key such as {@code RISK-42}; null when it is no key of this type. */
    private static @Nullable Long number(AggregateType<?, ?, ?> type, String idOrKey) {
        String prefix = type.keyPrefix() + "-";
        String key = idOrKey.toUpperCase(Locale.ROOT);
        return key.startsWith(prefix) && key.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Long.valueOf(key.substring(prefix.length()))
                : null;
    }

    /** The id, or one that nothing has, so that what is no id is not found either. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}
