package isms.risk.risk;

import isms.platform.people.Subject;
import isms.risk.risk.RiskRegisterEntry.AssessmentRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A risk as another register tells it: what that says, laid over what is known here (RSK-18). */
public interface ImportedRisk {

    UUID context();

    /** Null where nothing is said. */
    @Nullable
    RiskKind kind();

    Subject owner();

    /** @param before what of the description nothing is said of; null for a risk that is new here */
    RiskDescription description(@Nullable RiskDescription before);

    /**
     * Null where no rating is told.
     *
     * @param before what of the assessment nothing is said of; null for a risk that has not been assessed here
     */
    @Nullable
    Assessment assessment(@Nullable AssessmentRecord before);

    /** When it was identified, as far as anyone says. */
    @Nullable
    Instant registeredAt();

    /** When it was assessed, as far as anyone says. */
    @Nullable
    Instant assessedAt();

    /** Why it is retired; null where it is not. */
    @Nullable
    String retiredBecause();
}
