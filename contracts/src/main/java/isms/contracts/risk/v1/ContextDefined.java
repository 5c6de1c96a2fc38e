package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A context of risk assessment has been defined and has chosen its methodology (6.1.2 a).
 *
 * @param context identity of the context
 * @param key key of the context that people use, for example CTX-1
 * @param name name of the context
 * @param methodology identity of the methodology
 */
@EventType("isms.risk.context-defined.v1")
public record ContextDefined(UUID context, String key, String name, UUID methodology) implements RiskFact {}
