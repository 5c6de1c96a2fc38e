package isms.risk.methodology;

import isms.platform.decider.Command;

/** What can be done to a methodology. */
sealed interface MethodologyCommand extends Command<Methodology, MethodologyEvent>
        permits DefineMethodology,
                ReviseMethodologyDraft,
                SubmitMethodology,
                ReturnMethodology,
                ApproveMethodology,
                PutMethodologyInUse,
                StartNextMethodologyVersion {}
