package isms.contracts.risk.v1;

/**
 * What risk-service tells the other services. Who decided it, for which organization and when travels in the attributes of
 * the CloudEvent, not in the data.
 */
public sealed interface RiskFact
        permits RiskRegistered,
                RiskDescribed,
                RiskHandedOver,
                RiskAssessed,
                RiskRetired,
                MethodologyApproved,
                MethodologyPutInUse,
                MethodologySuperseded,
                ContextDefined,
                ContextDescribed,
                ContextMethodologyChosen,
                ContextRetired,
                TreatmentPlanApproved,
                TreatmentPlanCompleted,
                TreatmentPlanWithdrawn,
                TreatmentActionOverdue,
                ReassessmentOverdue,
                ReassessmentFlagged,
                ReassessmentFlagDismissed,
                AssessmentRoundOpened,
                AssessmentRoundOverdue,
                AssessmentRoundClosed,
                AssessmentRoundWithdrawn,
                RiskQuantified,
                ResidualRiskAccepted,
                AcceptanceEnded {}
