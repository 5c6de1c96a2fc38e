package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * No further risk is registered or assessed in a context (6.1.2 a).
 *
 * @param context identity of the context
 * @param key key of the context that people use, for example CTX-1
 * @param reason why it is no longer used
 */
@EventType("isms.risk.context-retired.v1")
public record ContextRetired(UUID context, String key, String reason) implements RiskFact {}
