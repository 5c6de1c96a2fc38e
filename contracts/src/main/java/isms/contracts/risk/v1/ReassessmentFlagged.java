package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Something has happened because of which a risk is to be assessed again (8.2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param flag identity of the flag: that of the fact which caused it
 * @param cause what kind of fact caused it: control-found-ineffective, control-in-doubt, nonconformity-raised or context-changed
 * @param what what has happened, in words
 * @param about identity of the control, nonconformity or change that it is about
 * @param at when the cause is said to have happened
 */
@EventType("isms.risk.reassessment-flagged.v1")
public record ReassessmentFlagged(UUID risk, String key, UUID flag, String cause, String what, UUID about, Instant at)
        implements RiskFact {}
