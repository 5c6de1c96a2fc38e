package isms.control.statement;

import isms.platform.decider.Command;

/** What can be done to a statement of applicability. */
sealed interface StatementCommand extends Command<Statement, StatementEvent>
        permits StartStatement,
                DecideLines,
                NeedControl,
                NeedControls,
                NoLongerNeedControl,
                StateLegalNeed,
                WithdrawLegalNeed,
                SubmitStatement,
                ReturnStatement,
                ApproveStatement,
                StartVersion,
                DelegateApproval,
                MigrateStatement,
                UndoMigration {}
