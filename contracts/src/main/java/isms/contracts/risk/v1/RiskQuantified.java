package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk has been estimated in money, by ranges of its frequency and its losses (6.1.2 d; 8.2).
 *
 * @param risk identity of the risk
 * @param context identity of the risk's context
 * @param currency ISO 4217 code of all amounts
 * @param current as it stands, with the controls of today
 * @param treated with the treatment that is planned, where it was estimated
 * @param methodology identity of the methodology in use in the context then, where there was one
 * @param methodologyVersion its version
 */
@EventType("isms.risk.risk-quantified.v1")
public record RiskQuantified(
        UUID risk,
        UUID context,
        String currency,
        ExpectedLoss current,
        @Nullable ExpectedLoss treated,
        @Nullable UUID methodology,
        @Nullable Integer methodologyVersion)
        implements RiskFact {}
