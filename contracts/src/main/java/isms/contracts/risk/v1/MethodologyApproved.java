package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A version of a risk assessment methodology has been approved with its criteria, by someone other than its author (6.1.2 a).
 *
 * @param methodology identity of the methodology
 * @param key key of the methodology that people use, for example METH-1
 * @param version version of the methodology, from 1; an approved version never changes
 * @param name name of the methodology
 * @param kind how the methodology computes a level of risk
 * @param author subject id of its author
 * @param approver subject id of who approved it
 */
@EventType("isms.risk.methodology-approved.v1")
public record MethodologyApproved(
        UUID methodology, String key, int version, String name, String kind, String author, String approver)
        implements RiskFact {}
