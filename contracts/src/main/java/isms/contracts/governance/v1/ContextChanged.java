package isms.contracts.governance.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;

/**
 * Something has changed around the organization or in it that bears on its risks (4.1, 4.2, 4.3, 6.3).
 *
 * @param change identity of the change
 * @param key key of the change that people use, for example CHG-7
 * @param what what has changed, in words
 * @param allContexts whether it bears on every context of risk assessment
 * @param contexts identities of the contexts of risk assessment that it bears on, where it does not bear on all
 */
@EventType("isms.governance.context-changed.v1")
public record ContextChanged(UUID change, String key, String what, boolean allContexts, List<UUID> contexts)
        implements GovernanceFact {}
