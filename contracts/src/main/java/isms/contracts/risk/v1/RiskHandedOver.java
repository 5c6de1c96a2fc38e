package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * Someone else is accountable for a risk (6.1.2 c 2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param formerOwner subject id of the risk owner until now
 * @param owner subject id of the risk owner from now on
 */
@EventType("isms.risk.risk-handed-over.v1")
public record RiskHandedOver(UUID risk, String key, String formerOwner, String owner) implements RiskFact {}
