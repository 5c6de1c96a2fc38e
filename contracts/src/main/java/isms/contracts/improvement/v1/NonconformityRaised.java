package isms.contracts.improvement.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;

/**
 * A requirement has been found not to be met (10.2).
 *
 * @param nonconformity identity of the nonconformity
 * @param key key of the nonconformity that people use, for example NC-7
 * @param title the nonconformity in one line
 * @param controls the controls that it puts in doubt, by the names that registers and plans use
 * @param risks identities of the risks that it bears on
 * @param assets the assets that it bears on, by the names that registers use
 */
@EventType("isms.improvement.nonconformity-raised.v1")
public record NonconformityRaised(
        UUID nonconformity, String key, String title, List<String> controls, List<UUID> risks, List<String> assets)
        implements ImprovementFact {}
