package isms.contracts.risk.v1;

/**
 * What risk-service tells the other services. Who decided it, for which organization and when travels in the attributes of
 * the CloudEvent, not in the data.
 */
public sealed interface RiskFact
        permits RiskRegistered,
                RiskDescribed,
                RiskOwnerChanged,
                RiskAssessed,
                RiskRetired,
                MethodologyApproved,
                MethodologyPutInUse,
                MethodologySuperseded,
                ContextDefined,
                ContextMethodologyChosen {}
