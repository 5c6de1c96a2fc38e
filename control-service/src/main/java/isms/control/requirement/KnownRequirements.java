package isms.control.requirement;

import isms.control.framework.Frameworks;
import isms.control.framework.OwnFramework;
import isms.control.framework.OwnFrameworkType;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tells which requirements there are: of the frameworks that come with the software, and of the organization's own ones in use. */
@Singleton
public class KnownRequirements {

    private final OwnFrameworkType type;
    private final Commands commands;
    private final Caller caller;

    KnownRequirements(OwnFrameworkType type, Commands commands, Caller caller) {
        this.type = type;
        this.commands = commands;
        this.caller = caller;
    }

    /** Whether there is such a requirement, by its reference. */
    public boolean has(Decisions.Known known, String reference) {
        return !among(known, Set.of(reference)).isEmpty();
    }

    /** Those of these references, without space around them, behind which there is a requirement. */
    public Set<String> among(Decisions.Known known, Collection<String> references) {
        Map<String, OwnFramework> own = new HashMap<>();
        Set<String> found = new LinkedHashSet<>();
        for (String written : references) {
            String reference = written.strip();
            int colon = reference.indexOf(':');
            if (Frameworks.shipped().requirement(reference).isPresent()
                    || colon > 0
                            && own.computeIfAbsent(reference.substring(0, colon), key -> framework(known, key))
                                    .has(reference.substring(colon + 1))) {
                found.add(reference);
            }
        }
        return found;
    }

    /** References name a framework by its key, as it is written. */
    private OwnFramework framework(Decisions.Known known, String key) {
        if (!key.startsWith(type.keyPrefix() + "-")) {
            return new OwnFramework.None();
        }
        return commands.resolve(type, caller.tenant(), key)
                .map(id -> known.stateIfAny(type, id))
                .orElseGet(OwnFramework.None::new);
    }
}
