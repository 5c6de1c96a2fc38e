package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A risk has not been assessed again within the planned interval (6.1.2 a; 8.2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param reassessBy the day that has passed, ISO 8601; it passed when the next one began in UTC
 * @param owner subject id of the risk owner
 */
@EventType("isms.risk.reassessment-overdue.v1")
public record ReassessmentOverdue(UUID risk, String key, String reassessBy, String owner) implements RiskFact {}
