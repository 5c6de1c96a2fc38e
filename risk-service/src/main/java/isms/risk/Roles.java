package isms.risk;

/** The roles of this service's operations, as the token names them. */
public interface Roles {

    /** Approves methodologies and thereby the risk acceptance criteria; may not approve what it wrote itself. */
    String TOP_MANAGEMENT = "top-management";

    /** Runs the ISMS: writes methodologies, keeps contexts and the register, assesses any risk. */
    String ISMS_MANAGER = "isms-manager";

    /** Describes and assesses own risks. */
    String RISK_OWNER = "risk-owner";

    /** Reads what its controls are there for. */
    String CONTROL_OWNER = "control-owner";

    /** Reads everything, its past and its history. */
    String AUDITOR = "auditor";

    /** Reads what it contributes to. */
    String CONTRIBUTOR = "contributor";

    /** Reads. */
    String VIEWER = "viewer";
}
