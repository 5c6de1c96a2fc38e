package isms.platform.eventstore;

import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What a unit of work has decided, under whose authority and on which conditions: travels as metadata of its command. */
public interface Decision {

    /** The metadata key under which a command message carries it. */
    String KEY = "decision";

    /**
     * The facts as one append, on the version that the decision saw.
     *
     * @param facts what was decided, at least one
     */
    Append append(List<?> facts, EventTypes types);

    /** Whether to decide on the last snapshot of the aggregate as it is, without asking the log for what came after. */
    boolean trustsSnapshot();

    /**
     * Learns what the log said; throws to end the unit of work.
     *
     * @param append what was handed in
     */
    void settle(Append append, Append.Result result, List<?> facts);

    /** The decision of the current unit of work. */
    static Decision current() {
        return (Decision) Objects.requireNonNull(
                CurrentUnitOfWork.get().getMessage().getMetaData().get(KEY), "facts are appended by commands only");
    }
}
