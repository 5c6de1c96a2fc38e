package isms.risk.context;

import isms.platform.decider.Command;

/** What can be done to a context of risk assessment. */
sealed interface ContextCommand extends Command<RiskContext, ContextEvent>
        permits DefineContext, DescribeContext, ChooseMethodology, RetireContext {}
