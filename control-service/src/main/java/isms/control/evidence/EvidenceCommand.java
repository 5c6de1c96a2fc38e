package isms.control.evidence;

import isms.platform.decider.Command;

/** What can be done to a piece of evidence. */
sealed interface EvidenceCommand extends Command<Evidence, EvidenceEvent> permits ProvideEvidence, SupersedeEvidence {}
