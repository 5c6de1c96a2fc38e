package isms.control.need;

import isms.platform.decider.Command;

/** What can be heard of a treatment plan. */
sealed interface NeedCommand extends Command<TreatmentNeeds, NeedEvent> permits HearOfApproval, HearOfEnd {}
