package isms.risk.risk;

import isms.risk.criteria.LevelOfRisk;
import isms.risk.risk.RiskEvent.AcceptanceBecameStale;
import isms.risk.risk.RiskEvent.RiskAssessed;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance of residual risk that is in force: what was accepted, frozen, and until when.
 *
 * @param applied by which criteria the accepted level was rated
 * @param level the level that was accepted
 * @param aboveCriteria whether the criteria applied rejected it
 * @param until the last day on which it holds (UTC); null for as long as the residual level stays what it is
 */
record Acceptance(
        Applied applied,
        LevelOfRisk level,
        boolean aboveCriteria,
        @Nullable LocalDate until) {

    /** Before its last day an acceptance can be renewed for so long, so that nothing is open in between. */
    static final Period RENEWAL = Period.ofDays(30);

    boolean hasPassed(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    boolean isDueForRenewal(LocalDate today) {
        return until != null && !today.isBefore(until.minus(RENEWAL));
    }

    /** What an assessment does to it: it goes stale unless the residual level is still the one that was accepted. */
    Optional<AcceptanceBecameStale> after(RiskAssessed assessed) {
        Analysis residual = assessed.residual();
        return residual != null && isStill(assessed.applied(), residual)
                ? Optional.empty()
                : Optional.of(new AcceptanceBecameStale(
                        applied, level, assessed.applied(), residual == null ? null : residual.level()));
    }

    /** Levels can be compared within one version of a methodology only (RSK-3). */
    private boolean isStill(Applied now, Analysis residual) {
        return now.methodology().equals(applied.methodology())
                && now.version() == applied.version()
                && residual.aboveCriteria() == aboveCriteria
                && residual.level().band().equals(level.band())
                && residual.level().score().compareTo(level.score()) == 0;
    }
}
