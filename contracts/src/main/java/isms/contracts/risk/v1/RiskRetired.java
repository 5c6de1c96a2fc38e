package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A risk has been retired from the register; its history stays (6.1.2 c).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param reason why it no longer needs attention
 */
@EventType("isms.risk.risk-retired.v1")
public record RiskRetired(UUID risk, String key, String reason) implements RiskFact {}
