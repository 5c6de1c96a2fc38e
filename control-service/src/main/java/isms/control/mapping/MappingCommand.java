package isms.control.mapping;

import isms.platform.decider.Command;

/** What can be done to an organization's own mapping. */
sealed interface MappingCommand extends Command<OwnMapping, MappingEvent>
        permits AddMapping, ConfirmSuggestion, ReviseMapping, WithdrawMapping {}
