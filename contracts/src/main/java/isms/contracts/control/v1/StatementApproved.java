package isms.contracts.control.v1;

import isms.contracts.EventType;
import java.util.UUID;

/**
 * A version of a statement of applicability has been approved by someone who wrote none of it (6.1.3 d).
 *
 * @param statement identity of the statement
 * @param key key of the statement that people use, for example SOA-1
 * @param scope name of the scope that it is for
 * @param version the version approved, from 1
 * @param approver subject id of who approved it
 */
@EventType("isms.control.statement-approved.v1")
public record StatementApproved(UUID statement, String key, String scope, int version, String approver)
        implements ControlFact {}
