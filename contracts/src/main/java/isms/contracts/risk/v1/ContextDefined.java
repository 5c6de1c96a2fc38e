package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A context of risk assessment has been set apart from the others (6.1.2 a).
 *
 * @param context identity of the context
 * @param key key of the context that people use, for example CTX-1
 * @param title what people call the context
 * @param description what belongs to it and why it is rated apart
 */
@EventType("isms.risk.context-defined.v1")
public record ContextDefined(UUID context, String key, String title, String description) implements RiskFact {}
