package isms.risk;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.platform.readmodel.Representations;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts in an envelope as the log would give it, for tests of representations. */
public final class Envelopes {

    private static final UUID AGGREGATE = UUID.fromString("01920000-0000-7000-8000-00000000002a");
    private static final Instant BEGIN = Instant.parse("2026-01-31T23:00:00Z");

    private Envelopes() {}

    /** A fact of the given version of an aggregate, recorded an hour after the one before. */
    public static <E> Recorded<E> recorded(AggregateType<?, E, ?> type, long version, E event) {
        return new Recorded<>(
                version,
                version,
                "acme",
                type.kind(),
                AGGREGATE,
                42,
                version,
                new UUID(0, version),
                event,
                BEGIN.plusSeconds(3600 * version),
                null,
                "u-actor",
                Set.of(Roles.ISMS_MANAGER),
                AGGREGATE,
                AGGREGATE,
                null,
                List.of("6.1.2"),
                null);
    }

    /** The representation after all of these facts. */
    public static <E, R> @Nullable R represented(AggregateType<?, E, R> type, List<E> facts) {
        R entry = null;
        for (int i = 0; i < facts.size(); i++) {
            entry = Representations.fold(type, entry, recorded(type, i + 1L, facts.get(i)));
        }
        return entry;
    }
}
