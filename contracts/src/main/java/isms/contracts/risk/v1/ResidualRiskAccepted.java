package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody entitled has accepted what remains of a risk after its treatment (6.1.3 f). It holds until its last day, or until
 * an acceptance-ended or a risk-retired says otherwise; a further one renews it.
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param context identity of the context in which the accepted level was assessed
 * @param methodology identity of the methodology that it was assessed with
 * @param methodologyVersion version of the methodology that was applied
 * @param residual the level that was accepted
 * @param authority in which capacity: risk-owner or top-management
 * @param acceptor subject id of who accepted it
 * @param until the last day on which it holds (UTC), where it has one; above the criteria it always has
 */
@EventType("isms.risk.residual-risk-accepted.v1")
public record ResidualRiskAccepted(
        UUID risk,
        String key,
        UUID context,
        UUID methodology,
        int methodologyVersion,
        Rating residual,
        String authority,
        String acceptor,
        @Nullable String until)
        implements RiskFact {}
