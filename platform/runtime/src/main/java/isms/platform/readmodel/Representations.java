package isms.platform.readmodel;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import org.jspecify.annotations.Nullable;

/** The one fold from facts to representations, used by the answer of a command and by the read model. */
public final class Representations {

    private Representations() {}

    /**
     * The representation after a fact, with what every {@link VersionedRow} takes from the envelope filled in.
     *
     * @return a new object; {@code before} is left as it was
     */
    @SuppressWarnings("unchecked") // a clone is of the class of its original
    public static <E, R> R fold(AggregateType<?, E, R> type, @Nullable R before, Recorded<E> fact) {
        R after = type.represent(before, fact);
        if (after == before && before instanceof VersionedRow unchanged) {
            after = (R) unchanged.clone();
        }
        if (after instanceof VersionedRow row) {
            row.position = fact.position();
            row.tenant = fact.tenant();
            row.id = fact.aggregate();
            row.number = fact.number();
            row.key = type.key(fact.number());
            row.version = fact.version();
            row.createdAt = before instanceof VersionedRow earlier ? earlier.createdAt : fact.effectiveAt();
            row.updatedAt = fact.effectiveAt();
            row.imported = fact.statedAt() != null;
            row.validFrom = fact.recordedAt();
            row.validTo = VersionedRow.OPEN_END;
            row.statedFrom = fact.effectiveAt();
            row.statedTo = VersionedRow.OPEN_END;
        }
        return after;
    }
}
