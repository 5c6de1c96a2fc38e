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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

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

    /** Whether there is such a requirement, by its reference as it stands. */
    public boolean has(Decisions.Known known, String reference) {
        return known(caller.tenant(), id -> known.stateIfAny(type, id)).test(reference);
    }

    /** Those of these references, without space around them, behind which there is a requirement. */
    public Set<String> among(Decisions.Known known, Collection<String> references) {
        Predicate<String> isKnown = known(caller.tenant(), id -> known.stateIfAny(type, id));
        Set<String> found = new LinkedHashSet<>();
        for (String written : references) {
            String reference = written.strip();
            if (isKnown.test(reference)) {
                found.add(reference);
            }
        }
        return found;
    }

    /** Whether there is a requirement behind a reference, for many of them: an own framework counts as it is when it is first asked for. */
    public Predicate<String> of(String tenant) {
        return known(tenant, id -> commands.load(type, tenant, id).state());
    }

    private Predicate<String> known(String tenant, Function<UUID, OwnFramework> state) {
        Map<String, OwnFramework> own = new HashMap<>();
        return reference -> {
            int colon = reference.indexOf(':');
            return Frameworks.shipped().requirement(reference).isPresent()
                    || colon > 0
                            && own.computeIfAbsent(reference.substring(0, colon), key -> framework(tenant, key, state))
                                    .has(reference.substring(colon + 1));
        };
    }

    /** References name a framework by its key, as it is written. */
    private OwnFramework framework(String tenant, String key, Function<UUID, OwnFramework> state) {
        return key.startsWith(type.keyPrefix() + "-")
                ? commands.resolve(type, tenant, key).map(state).orElseGet(OwnFramework.None::new)
                : new OwnFramework.None();
    }
}
