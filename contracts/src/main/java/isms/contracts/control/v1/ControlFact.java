package isms.contracts.control.v1;

/**
 * What control-service tells the other services. Who decided it, for which organization and when travels in the attributes of
 * the CloudEvent, not in the data.
 */
public sealed interface ControlFact
        permits ControlFoundIneffective, ControlInDoubt, ControlImplemented, ControlInPlaceForPlan, StatementApproved {}
