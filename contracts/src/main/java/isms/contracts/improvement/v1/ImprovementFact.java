package isms.contracts.improvement.v1;

/**
 * What improvement-service tells the other services. Who decided it, for which organization and when travels in the attributes
 * of the CloudEvent, not in the data.
 */
public sealed interface ImprovementFact permits NonconformityRaised {}
