package isms.risk.standing;

import java.util.UUID;

/**
 * How far the risks of a round are.
 *
 * @param assessed assessed since the round was opened, and not retired
 * @param retired retired meanwhile
 */
public record RoundCounts(UUID round, int risks, int assessed, int retired) {}
