package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_LOWERED_LEVEL_NAMES_ITS_CONTROLS;
import static isms.risk.risk.RiskRule.CONTROLS_NEVER_RAISE_THE_LEVEL;
import static isms.risk.risk.RiskRule.SAFETY_AT_STAKE_IS_RATED_AS_SUCH;
import static java.util.Objects.requireNonNull;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.Rating;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.RiskAssessed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Analyse a risk and evaluate it by the criteria in force (6.1.2 d, e; 8.2).
 *
 * @param context the context of the risk as it is now
 * @param methodology the methodology that the context has chosen, as it is now
 */
record AssessRisk(Assessment assessment, RiskContext context, Methodology methodology, Actor by)
        implements RiskCommand {

    private static final String SAFETY = "safety";

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.decidedOnBy(by);
        var inForce = CriteriaInForce.of(risk.context(), context, methodology);
        Criteria criteria = inForce.criteria();
        if (risk.description().affects().contains(Property.SAFETY)
                && criteria.dimension(SAFETY).isEmpty()) {
            throw SAFETY_AT_STAKE_IS_RATED_AS_SUCH.violated();
        }
        Analysis current = Analysis.of(assessment.requireSound(risk.kind(), criteria), risk.kind(), criteria);
        var fact = new RiskAssessed(
                inForce.applied(),
                analysis(assessment.inherent(), risk, criteria),
                current,
                analysis(assessment.target(), risk, criteria),
                analysis(assessment.residual(), risk, criteria),
                assessment.existingControls(),
                TreatmentPriority.of(current.aboveCriteria(), current.level(), criteria),
                requireNonNull(requireNonNull(criteria.occasions()).interval()));
        if (risk.kind() == RiskKind.THREAT) {
            requireConsistent(fact);
        }
        List<RiskEvent> facts = new ArrayList<>(List.of(fact));
        Acceptance accepted = risk.acceptance();
        if (accepted != null) {
            accepted.after(fact).ifPresent(facts::add);
        }
        return facts;
    }

    private static @Nullable Analysis analysis(@Nullable Rating rating, Registered risk, Criteria criteria) {
        return rating == null ? null : Analysis.of(rating, risk.kind(), criteria);
    }

    /** Ratings that contradict each other would make the register worthless for comparison (6.1.2 b). */
    private static void requireConsistent(RiskAssessed fact) {
        var raised = new ArrayList<Violation>();
        notAbove(raised, "/current", fact.current(), "inherent", fact.inherent());
        notAbove(raised, "/target", fact.target(), "inherent", fact.inherent());
        notAbove(raised, "/residual", fact.residual(), "current", fact.current());
        if (!raised.isEmpty()) {
            throw CONTROLS_NEVER_RAISE_THE_LEVEL.violated(raised);
        }
        if (fact.existingControls().isEmpty()
                && fact.inherent() != null
                && fact.current().isBelow(fact.inherent())) {
            throw A_LOWERED_LEVEL_NAMES_ITS_CONTROLS.violated(
                    List.of(new Violation("/existingControls", "no control is named")));
        }
    }

    private static void notAbove(
            List<Violation> raised, String pointer, @Nullable Analysis lower, String name, @Nullable Analysis upper) {
        if (lower != null && upper != null && upper.isBelow(lower)) {
            raised.add(new Violation(
                    pointer,
                    "its level " + lower.level().score() + " is above the " + name + " level "
                            + upper.level().score()));
        }
    }
}
