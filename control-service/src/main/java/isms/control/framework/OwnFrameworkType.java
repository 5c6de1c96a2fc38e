package isms.control.framework;

import isms.control.framework.OwnFrameworkEntry.ImportedVersion;
import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The own framework as the platform sees it. */
@Singleton
public class OwnFrameworkType extends AggregateType<OwnFramework, OwnFrameworkEvent, OwnFrameworkEntry> {

    public OwnFrameworkType() {
        super("framework", "FRW", OwnFrameworkEvent.class);
    }

    @Override
    public OwnFramework initial() {
        return new OwnFramework.None();
    }

    @Override
    public OwnFramework evolve(OwnFramework state, OwnFrameworkEvent event) {
        return OwnFramework.evolve(state, event);
    }

    @Override
    public OwnFrameworkEntry represent(@Nullable OwnFrameworkEntry before, Recorded<OwnFrameworkEvent> fact) {
        var entry = before == null ? new OwnFrameworkEntry() : (OwnFrameworkEntry) before.clone();
        switch (fact.event()) {
            case FrameworkDefined(var description) -> {
                entry.status = "defined";
                entry.describe(description);
            }
            case FrameworkDescribed(var description) -> entry.describe(description);
            case FrameworkVersionImported(var version, var origin, var groups, var requirements) ->
                entry.take(
                        new ImportedVersion(
                                version, fact.effectiveAt(), fact.actor(), origin, (int) requirements.stream()
                                        .filter(requirement -> !requirement.heading())
                                        .count()),
                        groups,
                        requirements);
            case FrameworkRetired(var reason) -> {
                entry.status = "retired";
                entry.retiredBecause = reason;
            }
        }
        return entry;
    }
}
