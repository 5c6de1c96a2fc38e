package isms.contracts.governance.v1;

/**
 * What governance-service tells the other services. Who decided it, for which organization and when travels in the attributes
 * of the CloudEvent, not in the data.
 */
public sealed interface GovernanceFact permits ContextChanged {}
