package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * An action of an approved treatment plan has not been shown done by its target date (8.3).
 *
 * @param plan identity of the plan
 * @param key key of the plan that people use, for example PLAN-7
 * @param risk identity of the risk
 * @param action number of the action within the plan, from 1
 * @param title what is to be done
 * @param owner subject id of who is to do it
 * @param targetDate the day that has passed, ISO 8601; it passed when the next one began in UTC
 */
@EventType("isms.risk.treatment-action-overdue.v1")
public record TreatmentActionOverdue(
        UUID plan, String key, UUID risk, int action, String title, String owner, String targetDate)
        implements RiskFact {}
