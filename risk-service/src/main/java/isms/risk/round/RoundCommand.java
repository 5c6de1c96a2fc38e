package isms.risk.round;

import isms.platform.decider.Command;

/** What can be done to a round of assessments. */
sealed interface RoundCommand extends Command<AssessmentRound, RoundEvent>
        permits OpenRound, AddRisks, RemoveRisks, MoveDueDate, RecordOverdue, CloseRound, WithdrawRound {}
