package isms.risk;

/** The roles of this service's operations, as the token names them. */
public interface Roles {

    /** Approves methodologies and thereby the risk acceptance criteria; may not approve what it wrote itself. */
    String TOP_MANAGEMENT = "top-management";

    /** Runs the ISMS: writes methodologies, keeps contexts and the register, assesses any risk. */
    String ISMS_MANAGER = "isms-manager";

    /** Describes and assesses own risks. */
    String RISK_OWNER = "risk-owner";
}
