package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * All actions of a treatment plan have been shown done, by others than their owners (8.3).
 *
 * @param plan identity of the plan
 * @param key key of the plan that people use, for example PLAN-7
 * @param risk identity of the risk
 */
@EventType("isms.risk.treatment-plan-completed.v1")
public record TreatmentPlanCompleted(UUID plan, String key, UUID risk) implements RiskFact {}
