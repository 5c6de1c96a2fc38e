package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A flag for reassessment has been cleared without an assessment, with a reason (8.2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param flag identity of the flag
 * @param reason why the risk need not be assessed again
 */
@EventType("isms.risk.reassessment-flag-dismissed.v1")
public record ReassessmentFlagDismissed(UUID risk, String key, UUID flag, String reason) implements RiskFact {}
