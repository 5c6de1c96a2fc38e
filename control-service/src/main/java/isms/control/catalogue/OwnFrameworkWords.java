package isms.control.catalogue;

import isms.control.framework.OwnFrameworkEvent;
import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;

/** What happened to an own framework, as an auditor reads it. */
public final class OwnFrameworkWords {

    private OwnFrameworkWords() {}

    public static String of(OwnFrameworkEvent event) {
        return switch (event) {
            case FrameworkDefined(var description) -> "Defined as \"%s\"".formatted(description.title());
            case FrameworkDescribed(var description) -> "Described anew as \"%s\"".formatted(description.title());
            case FrameworkVersionImported(var version, var origin, var _, var requirements) ->
                "Version %d imported from %s, with %d requirements and headings"
                        .formatted(version, origin, requirements.size());
            case FrameworkRetired(var why) -> "Retired: %s".formatted(why);
        };
    }
}
