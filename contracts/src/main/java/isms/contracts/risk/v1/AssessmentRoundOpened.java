package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some risks are to be assessed again by a day (8.2).
 *
 * @param round identity of the round
 * @param key key of the round that people use, for example ROUND-3
 * @param title the round in one line
 * @param occasion why it is held: planned-interval or significant-change
 * @param change what has changed, where that is why it is held
 * @param due the day by which it is to be closed
 * @param risks how many risks are to be assessed again
 */
@EventType("isms.risk.assessment-round-opened.v1")
public record AssessmentRoundOpened(
        UUID round,
        String key,
        String title,
        String occasion,
        @Nullable String change,
        LocalDate due,
        int risks) implements RiskFact {}
