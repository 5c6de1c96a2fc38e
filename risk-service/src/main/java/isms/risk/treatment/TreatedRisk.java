package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_PLAN_TREATS_A_REGISTERED_RISK;
import static isms.risk.treatment.TreatmentRule.NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY;
import static isms.risk.treatment.TreatmentRule.THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.Roles;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Rating;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Analysis;
import isms.risk.risk.CriteriaInForce;
import isms.risk.risk.Risk;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk that a plan is for, and by what its level is determined.
 *
 * @param risk the risk as it is now
 * @param context the context of the risk as it is now
 * @param methodology the methodology that the context has chosen, as it is now
 */
record TreatedRisk(Risk risk, RiskContext context, Methodology methodology) {

    /** The risk, refused when it is not in the register any more. */
    Registered registered() {
        return switch (risk) {
            case Registered registered -> registered;
            case Risk.None _ -> throw A_PLAN_TREATS_A_REGISTERED_RISK.violated();
            case Risk.Retired _ -> throw A_PLAN_TREATS_A_REGISTERED_RISK.violated();
        };
    }

    boolean isOwnedBy(Actor actor) {
        return risk instanceof Registered registered && registered.owner().equals(actor.subject());
    }

    /** Whether the actor may turn a plan down: the risk owner, or the ISMS manager. */
    boolean isAnsweredForBy(Actor actor) {
        return actor.has(Roles.ISMS_MANAGER) || isOwnedBy(actor);
    }

    /** Refuses an option that makes no sense for an opportunity: to enhance or to share one is to pursue it (6.1.1). */
    void requireFitting(@Nullable TreatmentOption option) {
        if (registered().kind() == RiskKind.OPPORTUNITY
                && (option == TreatmentOption.AVOID || option == TreatmentOption.RETAIN)) {
            throw NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY.violated(
                    List.of(new Violation("/option", "allowed for an opportunity: modify, share")));
        }
    }

    /** Refuses a level that is aimed at already and could not be rated so. */
    void requireSound(@Nullable Rating residual) {
        if (residual != null) {
            aimedAt(residual);
        }
    }

    /** The level aimed at, refused with what is missing or off the scale of the methodology in use. */
    ResidualAim aimedAt(@Nullable Rating residual) {
        Registered registered = registered();
        if (residual == null) {
            throw THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER.violated(
                    List.of(new Violation("/residual", "the level aimed at is missing")));
        }
        var inForce = CriteriaInForce.of(registered.context(), context, methodology);
        List<Violation> faults = registered.kind().faults(residual, "/residual", inForce.criteria());
        if (!faults.isEmpty()) {
            throw THE_LEVEL_AIMED_AT_IS_RATED_LIKE_ANY_OTHER.violated(faults);
        }
        return new ResidualAim(inForce.applied(), Analysis.of(residual, registered.kind(), inForce.criteria()));
    }
}
