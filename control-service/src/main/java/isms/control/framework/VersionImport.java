package isms.control.framework;

import isms.platform.decider.Command;

/** The way in for those who read requirements from files. */
public final class VersionImport {

    private VersionImport() {}

    /**
     * Has these requirements in force as the next version of a framework.
     *
     * @param origin where they were read from
     */
    public static Command<OwnFramework, OwnFrameworkEvent> of(String origin, VersionContent content) {
        return new ImportVersion(origin, content);
    }
}
