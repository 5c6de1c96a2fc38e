package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * The acceptance of a risk has ended, and the risk is open again (6.1.3 f).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param cause how it ended: revoked by somebody, expired with its last day, or stale because the residual level has changed
 * @param reason why, as a sentence
 */
@EventType("isms.risk.acceptance-ended.v1")
public record AcceptanceEnded(UUID risk, String key, String cause, String reason) implements RiskFact {}
