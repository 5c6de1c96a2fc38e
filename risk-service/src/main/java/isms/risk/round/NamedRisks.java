package isms.risk.round;

import isms.platform.decider.Violation;
import isms.risk.standing.RiskStanding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Risks that a request names by id or key, and what the register knows of them.
 *
 * @param known by the place at which the request names it
 * @param unknown those that the register does not know
 */
record NamedRisks(Map<String, RiskStanding> known, List<Violation> unknown) {

    /**
     * @param at JSON Pointer of the list that names them
     * @param found what the register knows of any of them
     */
    static NamedRisks of(String at, List<String> names, Collection<RiskStanding> found) {
        var byName = new HashMap<String, RiskStanding>();
        for (RiskStanding risk : found) {
            byName.put(risk.key(), risk);
            byName.put(risk.risk().toString().toUpperCase(Locale.ROOT), risk);
        }
        var known = new LinkedHashMap<String, RiskStanding>();
        var unknown = new ArrayList<Violation>();
        for (int i = 0; i < names.size(); i++) {
            RiskStanding risk = byName.get(names.get(i).toUpperCase(Locale.ROOT));
            if (risk == null) {
                unknown.add(new Violation(at + "/" + i, "there is no risk " + names.get(i)));
            } else {
                known.put(at + "/" + i, risk);
            }
        }
        return new NamedRisks(known, unknown);
    }

    /** Each once, in the order of the request. */
    List<UUID> ids() {
        return known.values().stream().map(RiskStanding::risk).distinct().toList();
    }

    /** What is unknown, and whatever of the known is as given. */
    List<Violation> faults(Predicate<RiskStanding> wrong, String detail) {
        var faults = new ArrayList<>(unknown);
        known.forEach((at, risk) -> {
            if (wrong.test(risk)) {
                faults.add(new Violation(at, risk.key() + " " + detail));
            }
        });
        return faults;
    }
}
