package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;

/**
 * A version of a risk assessment methodology has been approved with its criteria, by someone who wrote nothing of it (6.1.2 a).
 *
 * @param methodology identity of the methodology
 * @param key key of the methodology that people use, for example METH-1
 * @param version version of the methodology, from 1; an approved version never changes
 * @param title what people call the methodology
 * @param kind how the methodology expresses a level of risk
 * @param authors subject ids of everyone who wrote some of it
 * @param approver subject id of who approved it
 */
@EventType("isms.risk.methodology-approved.v1")
public record MethodologyApproved(
        UUID methodology, String key, int version, String title, String kind, List<String> authors, String approver)
        implements RiskFact {}
