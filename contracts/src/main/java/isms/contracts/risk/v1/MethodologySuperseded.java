package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A version of a methodology is no longer applied; assessments made with it keep it (6.1.2 a).
 *
 * @param methodology identity of the methodology
 * @param key key of the methodology that people use, for example METH-1
 * @param version version of the methodology, from 1; an approved version never changes
 */
@EventType("isms.risk.methodology-superseded.v1")
public record MethodologySuperseded(UUID methodology, String key, int version) implements RiskFact {}
