package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk has been analysed and evaluated against the criteria in force (6.1.2 d, e; 8.2).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param context identity of the context whose methodology was applied
 * @param methodology identity of the methodology
 * @param methodologyVersion version of the methodology that was applied
 * @param inherent before any control, where it was rated
 * @param current with the controls of today: what was evaluated
 * @param residual expected after treatment, where it was rated
 * @param target what is aimed at, where it was rated
 * @param reassessWithin the planned interval until the next assessment, ISO 8601, for example P1Y
 */
@EventType("isms.risk.risk-assessed.v1")
public record RiskAssessed(
        UUID risk,
        String key,
        UUID context,
        UUID methodology,
        int methodologyVersion,
        @Nullable Rating inherent,
        Rating current,
        @Nullable Rating residual,
        @Nullable Rating target,
        String reassessWithin)
        implements RiskFact {}
