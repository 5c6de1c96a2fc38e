package isms.risk.risk;

import static isms.risk.risk.AcceptanceRule.A_REVOCATION_SAYS_WHY;
import static isms.risk.risk.AcceptanceRule.ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED;
import static isms.risk.risk.AcceptanceRule.ONLY_WHO_ANSWERS_FOR_A_RISK_REVOKES_ITS_ACCEPTANCE;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.Roles;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.AcceptanceRevoked;
import java.util.List;

/**
 * Take an acceptance back; the risk is open again. Its owner may, whoever had accepted it, and so may top management and the
 * ISMS manager: to open a risk again is the cautious way, and who learns first that an acceptance no longer holds should go it.
 */
record RevokeAcceptance(String reason, Actor by) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.registered();
        if (!by.has(Roles.TOP_MANAGEMENT)
                && !by.has(Roles.ISMS_MANAGER)
                && !by.subject().equals(risk.owner())) {
            throw ONLY_WHO_ANSWERS_FOR_A_RISK_REVOKES_ITS_ACCEPTANCE.violated();
        }
        if (risk.acceptance() == null) {
            throw ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED.violated();
        }
        if (reason.isBlank()) {
            throw A_REVOCATION_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new AcceptanceRevoked(reason));
    }
}
