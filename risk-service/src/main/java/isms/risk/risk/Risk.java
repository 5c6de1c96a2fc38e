package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.risk.Roles;
import isms.risk.risk.RiskEvent.AcceptanceBecameStale;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import isms.risk.risk.RiskEvent.AcceptanceRevoked;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A risk as decisions see it. */
public sealed interface Risk {

    /** The risk, refused when it is not in the register or when the actor is neither its owner nor the ISMS manager. */
    Registered decidedOnBy(Actor actor);

    /** The risk, refused when it is not in the register (any more). */
    Registered registered();

    /** Not in the register. */
    record None() implements Risk {

        @Override
        public Registered registered() {
            throw ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON.violated();
        }

        @Override
        public Registered decidedOnBy(Actor actor) {
            throw ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * In the register.
     *
     * @param evaluated what its last assessment says; null before the first
     * @param acceptance the acceptance of its residual level that is in force; null when there is none
     * @param flags what asks for it to be assessed again
     */
    record Registered(
            RiskKind kind,
            RiskDescription description,
            UUID context,
            Subject owner,
            @Nullable Evaluated evaluated,
            @Nullable Acceptance acceptance,
            ReassessmentFlags flags)
            implements Risk {

        /** In the register, not assessed yet and flagged by nothing. */
        public Registered(RiskKind kind, RiskDescription description, UUID context, Subject owner) {
            this(kind, description, context, owner, null, null, ReassessmentFlags.NONE);
        }

        @Override
        public Registered registered() {
            return this;
        }

        private Registered described(RiskDescription words) {
            return new Registered(kind, words, context, owner, evaluated, acceptance, flags);
        }

        private Registered ownedBy(Subject next) {
            return new Registered(kind, description, context, next, evaluated, acceptance, flags);
        }

        private Registered assessed(RiskAssessed fact) {
            var last = Evaluated.next(evaluated, fact.applied(), fact.residual());
            return new Registered(kind, description, context, owner, last, acceptance, flags.assessed());
        }

        private Registered accepted(@Nullable Acceptance next) {
            return new Registered(kind, description, context, owner, evaluated, next, flags);
        }

        private Registered with(ReassessmentFlags changed) {
            return new Registered(kind, description, context, owner, evaluated, acceptance, changed);
        }

        @Override
        public Registered decidedOnBy(Actor actor) {
            if (actor.has(Roles.ISMS_MANAGER) || actor.subject().equals(owner)) {
                return this;
            }
            throw ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK.violated();
        }
    }

    /** No longer in need of attention. */
    record Retired() implements Risk {

        @Override
        public Registered registered() {
            throw A_RETIRED_RISK_REMAINS_AS_IT_IS.violated();
        }

        @Override
        public Registered decidedOnBy(Actor actor) {
            throw A_RETIRED_RISK_REMAINS_AS_IT_IS.violated();
        }
    }

    /** The state after a fact. */
    static Risk evolve(Risk state, RiskEvent event) {
        return switch (event) {
            case RiskRegistered(var kind, var description, var context, var owner) ->
                new Registered(kind, description, context, owner);
            case RiskDescribed(var description) -> state instanceof Registered it ? it.described(description) : state;
            case RiskHandedOver handedOver -> state instanceof Registered it ? it.ownedBy(handedOver.owner()) : state;
            case RiskAssessed assessed -> state instanceof Registered it ? it.assessed(assessed) : state;
            case ResidualRiskAccepted(var _, var applied, var residual, var _, var _, var until) ->
                state instanceof Registered it
                        ? it.accepted(new Acceptance(applied, residual.level(), residual.aboveCriteria(), until))
                        : state;
            case AcceptanceRevoked _ -> state instanceof Registered it ? it.accepted(null) : state;
            case AcceptanceExpired _ -> state instanceof Registered it ? it.accepted(null) : state;
            case AcceptanceBecameStale _ -> state instanceof Registered it ? it.accepted(null) : state;
            case RiskRetired _ -> new Retired();
            case ReassessmentOverdue _ -> state;
            case ReassessmentFlagged(var flag) ->
                state instanceof Registered it ? it.with(it.flags().with(flag)) : state;
            case ReassessmentFlagDismissed dismissed ->
                state instanceof Registered it ? it.with(it.flags().without(dismissed.flag())) : state;
            case RiskStartedFromScenario _ -> state;
            case OpportunityDecided _ -> state;
        };
    }
}
