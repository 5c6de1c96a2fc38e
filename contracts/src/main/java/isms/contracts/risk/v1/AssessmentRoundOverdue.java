package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The day by which a round was to be closed has passed (8.2).
 *
 * @param round identity of the round
 * @param key key of the round that people use, for example ROUND-3
 * @param title the round in one line
 * @param due the day that has passed
 */
@EventType("isms.risk.assessment-round-overdue.v1")
public record AssessmentRoundOverdue(UUID round, String key, String title, LocalDate due) implements RiskFact {}
