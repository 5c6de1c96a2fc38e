package isms.risk.treatment;

import isms.platform.decider.Command;

/** What can be done to a treatment plan. */
sealed interface TreatmentCommand extends Command<TreatmentPlan, TreatmentEvent>
        permits DraftTreatmentPlan,
                ReviseTreatmentPlan,
                SubmitTreatmentPlan,
                ApproveTreatmentPlan,
                ReturnTreatmentPlan,
                ReportProgress,
                MoveTargetDate,
                ShowActionDone,
                WithdrawTreatmentPlan,
                ReassignAction,
                RecordOverdueActions,
                RecordControlImplemented {}
