package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * Risks of a context are assessed with this methodology from now on (6.1.2 a).
 *
 * @param context identity of the context
 * @param key key of the context that people use, for example CTX-1
 * @param methodology identity of the methodology
 */
@EventType("isms.risk.context-methodology-chosen.v1")
public record ContextMethodologyChosen(UUID context, String key, UUID methodology) implements RiskFact {}
