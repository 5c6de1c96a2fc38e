package isms.control;

/** The roles of this service's operations, as the token names them. */
public interface Roles {

    /** Approves statements of applicability; may not approve what it wrote itself. */
    String TOP_MANAGEMENT = "top-management";

    /** Runs the ISMS: keeps frameworks, controls and statements of applicability. */
    String ISMS_MANAGER = "isms-manager";

    /** Reads what treats own risks. */
    String RISK_OWNER = "risk-owner";

    /** Implements and tests own controls. */
    String CONTROL_OWNER = "control-owner";

    /** Reads everything, its past and its history. */
    String AUDITOR = "auditor";

    /** Adds evidence. */
    String CONTRIBUTOR = "contributor";

    /** Reads. */
    String VIEWER = "viewer";
}
