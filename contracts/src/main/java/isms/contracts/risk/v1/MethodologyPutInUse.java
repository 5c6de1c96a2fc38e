package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * Assessments are made with this approved version of a methodology from now on (6.1.2 a).
 *
 * @param methodology identity of the methodology
 * @param key key of the methodology that people use, for example METH-1
 * @param version version of the methodology, from 1; an approved version never changes
 * @param title what people call the methodology
 */
@EventType("isms.risk.methodology-put-in-use.v1")
public record MethodologyPutInUse(UUID methodology, String key, int version, String title) implements RiskFact {}
