package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A round of assessments has been given up before it was closed (8.2).
 *
 * @param round identity of the round
 * @param key key of the round that people use, for example ROUND-3
 * @param reason why it was given up
 */
@EventType("isms.risk.assessment-round-withdrawn.v1")
public record AssessmentRoundWithdrawn(UUID round, String key, String reason) implements RiskFact {}
