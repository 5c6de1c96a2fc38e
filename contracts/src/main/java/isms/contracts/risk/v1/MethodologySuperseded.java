package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * No further assessment is made with this version of a methodology; those made keep it (6.1.2 a).
 *
 * @param methodology identity of the methodology
 * @param key key of the methodology that people use, for example METH-1
 * @param version version of the methodology, from 1; an approved version never changes
 * @param by the version that took its place
 */
@EventType("isms.risk.methodology-superseded.v1")
public record MethodologySuperseded(UUID methodology, String key, int version, int by) implements RiskFact {}
