package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A treatment plan has been given up, before or after its approval (6.1.3 e; 8.3).
 *
 * @param plan identity of the plan
 * @param key key of the plan that people use, for example PLAN-7
 * @param risk identity of the risk
 * @param reason why it was given up
 */
@EventType("isms.risk.treatment-plan-withdrawn.v1")
public record TreatmentPlanWithdrawn(UUID plan, String key, UUID risk, String reason) implements RiskFact {}
