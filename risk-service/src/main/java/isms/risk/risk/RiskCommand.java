package isms.risk.risk;

import isms.platform.decider.Command;

/** What can be done to a risk. */
sealed interface RiskCommand extends Command<Risk, RiskEvent>
        permits RegisterRisk,
                DescribeRisk,
                HandOverRisk,
                AssessRisk,
                RetireRisk,
                RecordOverdueReassessment,
                FlagForReassessment,
                DismissReassessmentFlag,
                DecideOnOpportunity,
                AcceptResidualRisk,
                RevokeAcceptance,
                ExpireAcceptance {}
