package isms.control.control;

import isms.platform.decider.Command;

/** What can be done to a control. */
sealed interface ControlCommand extends Command<Control, ControlEvent>
        permits DefineControl,
                DescribeControl,
                HandOverControl,
                LinkRequirements,
                UnlinkRequirements,
                SetDueDate,
                StartImplementation,
                ReportImplemented,
                PutIntoOperation,
                ReopenImplementation,
                RetireControl,
                DependOn,
                StopDepending,
                LinkPlannedChange,
                UnlinkPlannedChange,
                DefineTest,
                RecordTest,
                DoubtControl,
                RelyOnControl,
                NoteOverdueImplementation,
                NoteTestOutOfDate,
                ConsolidateControl,
                MergeControl {}
