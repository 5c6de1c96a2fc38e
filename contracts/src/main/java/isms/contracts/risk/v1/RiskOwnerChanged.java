package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A risk has another owner (6.1.2 c 2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param formerOwner subject id of the risk owner until now
 * @param owner subject id of the risk owner from now on
 */
@EventType("isms.risk.risk-owner-changed.v1")
public record RiskOwnerChanged(UUID risk, String key, String formerOwner, String owner) implements RiskFact {}
