package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A round of assessments has been closed with a picture of its risks (8.2).
 *
 * @param round identity of the round
 * @param key key of the round that people use, for example ROUND-3
 * @param title the round in one line
 * @param risks how many risks it had
 * @param assessed how many were assessed again
 * @param leftOut how many were left out, each with a reason
 * @param retired how many were retired meanwhile
 * @param aboveCriteria how many the acceptance criteria reject at their current level
 */
@EventType("isms.risk.assessment-round-closed.v1")
public record AssessmentRoundClosed(
        UUID round, String key, String title, int risks, int assessed, int leftOut, int retired, int aboveCriteria)
        implements RiskFact {}
