package isms.risk.risk;

import static isms.risk.risk.AcceptanceRule.ABOVE_THE_CRITERIA_IT_IS_JUSTIFIED_AND_ENDS;
import static isms.risk.risk.AcceptanceRule.ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS;
import static isms.risk.risk.AcceptanceRule.AN_ACCEPTANCE_ENDS_IN_DUE_TIME;
import static isms.risk.risk.AcceptanceRule.A_RISK_IS_ACCEPTED_ONCE;
import static isms.risk.risk.AcceptanceRule.ONLY_AN_ASSESSED_RISK_IS_ACCEPTED;
import static isms.risk.risk.AcceptanceRule.ONLY_A_RATED_RESIDUAL_LEVEL_IS_ACCEPTED;
import static isms.risk.risk.AcceptanceRule.WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS;
import static isms.risk.risk.AcceptanceRule.WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS;
import static java.util.Objects.requireNonNull;

import isms.platform.deadline.Day;
import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.Roles;
import isms.risk.criteria.Authority;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Take what remains of a risk after its treatment as it is (6.1.3 f). Whoever assessed the risk may be the one who accepts it:
 * the standard has the owner do both, and an assessment is not what is signed for.
 *
 * @param justification why; may be left out within the criteria
 * @param until the last day on which it holds (UTC); may be left out within the criteria
 * @param methodology the methodology that the risk was assessed with, as it is now
 * @param at the moment of the decision
 */
record AcceptResidualRisk(
        @Nullable String justification, @Nullable LocalDate until, Methodology methodology, Actor by, Instant at)
        implements RiskCommand {

    /** In three years an ISMS has been certified anew: nothing is accepted unseen beyond that. */
    private static final Period LONGEST = Period.ofYears(3);

    AcceptResidualRisk {
        justification = justification == null || justification.isBlank() ? null : justification.strip();
    }

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.registered();
        Evaluated evaluated = risk.evaluated();
        if (evaluated == null) {
            throw ONLY_AN_ASSESSED_RISK_IS_ACCEPTED.violated();
        }
        Analysis residual = evaluated.residual();
        if (residual == null) {
            throw ONLY_A_RATED_RESIDUAL_LEVEL_IS_ACCEPTED.violated();
        }
        Authority authority = entitled(risk, evaluated.applied(), residual);
        LocalDate today = Day.of(at);
        List<RiskEvent> facts = new ArrayList<>(former(risk.acceptance(), today));
        requireTerms(residual, today);
        facts.add(new ResidualRiskAccepted(
                evaluated.assessment(), evaluated.applied(), residual, authority, justification, until));
        return facts;
    }

    private Authority entitled(Registered risk, Applied applied, Analysis residual) {
        if (residual.aboveCriteria()) {
            if (!by.has(Roles.TOP_MANAGEMENT)) {
                throw ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS.violated(
                        "The residual level %s (%s) is above the acceptance criteria of version %d of the methodology."
                                .formatted(
                                        residual.level().band(),
                                        residual.level().score().toPlainString(),
                                        applied.version()));
            }
            return Authority.TOP_MANAGEMENT;
        }
        Authority within = methodology.inventoried().acceptedWithinBy(applied.version());
        switch (within) {
            case RISK_OWNER -> {
                if (!by.subject().equals(risk.owner())) {
                    throw WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS.violated();
                }
            }
            case TOP_MANAGEMENT -> {
                if (!by.has(Roles.TOP_MANAGEMENT)) {
                    throw WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS.violated();
                }
            }
        }
        return within;
    }

    /** What becomes of the acceptance before: over but not yet recorded as such, or renewed in its last days. */
    private static List<RiskEvent> former(@Nullable Acceptance former, LocalDate today) {
        if (former == null) {
            return List.of();
        }
        if (former.hasPassed(today)) {
            return List.of(new AcceptanceExpired(requireNonNull(former.until())));
        }
        if (!former.isDueForRenewal(today)) {
            throw A_RISK_IS_ACCEPTED_ONCE.violated();
        }
        return List.of();
    }

    private void requireTerms(Analysis residual, LocalDate today) {
        var missing = new ArrayList<Violation>();
        if (residual.aboveCriteria() && justification == null) {
            missing.add(new Violation("/justification", "say why the risk is taken although it is above the criteria"));
        }
        if (residual.aboveCriteria() && until == null) {
            missing.add(new Violation("/until", "name the last day on which the acceptance holds"));
        }
        if (!missing.isEmpty()) {
            throw ABOVE_THE_CRITERIA_IT_IS_JUSTIFIED_AND_ENDS.violated(missing);
        }
        LocalDate latest = today.plus(LONGEST);
        if (until != null && (until.isBefore(today) || until.isAfter(latest))) {
            throw AN_ACCEPTANCE_ENDS_IN_DUE_TIME.violated(
                    List.of(new Violation("/until", "%s is not between %s and %s".formatted(until, today, latest))));
        }
    }
}
