package isms.control.framework;

import isms.platform.decider.Command;

/** What can be done to an organization's own framework. */
sealed interface OwnFrameworkCommand extends Command<OwnFramework, OwnFrameworkEvent>
        permits DefineFramework, DescribeFramework, ImportVersion, RetireFramework {}
