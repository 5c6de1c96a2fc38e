package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;

import isms.risk.Actor;
import isms.risk.Roles;
import isms.risk.Subject;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import java.util.UUID;

/** A risk as decisions see it. */
public sealed interface Risk {

    /** The risk, refused when it is not in the register or when the actor is neither its owner nor the ISMS manager. */
    Registered decidedOnBy(Actor actor);

    /** Not in the register. */
    record None() implements Risk {

        @Override
        public Registered decidedOnBy(Actor actor) {
            throw ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON.violated();
        }
    }

    /** In the register. */
    record Registered(RiskKind kind, RiskDescription description, UUID context, Subject owner, ReassessmentFlags flags)
            implements Risk {

        /** A risk that nothing has flagged. */
        public Registered(RiskKind kind, RiskDescription description, UUID context, Subject owner) {
            this(kind, description, context, owner, ReassessmentFlags.NONE);
        }

        private Registered with(ReassessmentFlags changed) {
            return new Registered(kind, description, context, owner, changed);
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
        public Registered decidedOnBy(Actor actor) {
            throw A_RETIRED_RISK_REMAINS_AS_IT_IS.violated();
        }
    }

    /** The state after a fact. */
    static Risk evolve(Risk state, RiskEvent event) {
        return switch (event) {
            case RiskRegistered(var kind, var description, var context, var owner) ->
                new Registered(kind, description, context, owner);
            case RiskDescribed(var description) ->
                state instanceof Registered it
                        ? new Registered(it.kind(), description, it.context(), it.owner(), it.flags())
                        : state;
            case RiskHandedOver handedOver ->
                state instanceof Registered it
                        ? new Registered(it.kind(), it.description(), it.context(), handedOver.owner(), it.flags())
                        : state;
            case RiskAssessed _ ->
                state instanceof Registered it ? it.with(it.flags().assessed()) : state;
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
