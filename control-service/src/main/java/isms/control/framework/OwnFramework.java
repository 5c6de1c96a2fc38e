package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_RETIRED_FRAMEWORK_REMAINS_AS_IT_IS;
import static isms.control.framework.FrameworkRule.ONLY_A_DEFINED_FRAMEWORK_CAN_BE_WORKED_ON;

import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;

/** An organization's own framework as decisions see it: defined, brought in version by version, and retired one day. */
public sealed interface OwnFramework {

    /** The framework, refused when it is not in use. */
    Defined defined();

    /** Whether the version in force has this requirement. */
    boolean has(String requirement);

    /** Not defined. */
    record None() implements OwnFramework {

        @Override
        public Defined defined() {
            throw ONLY_A_DEFINED_FRAMEWORK_CAN_BE_WORKED_ON.violated();
        }

        @Override
        public boolean has(String requirement) {
            return false;
        }
    }

    /**
     * Defined and in use.
     *
     * @param version the version in force; 0 before the first import
     * @param content of the version in force
     */
    record Defined(FrameworkDescription description, int version, VersionContent content) implements OwnFramework {

        @Override
        public Defined defined() {
            return this;
        }

        @Override
        public boolean has(String requirement) {
            return content.requirements().stream().anyMatch(one -> one.id().equals(requirement));
        }
    }

    /** No longer in use. */
    record Retired() implements OwnFramework {

        @Override
        public Defined defined() {
            throw A_RETIRED_FRAMEWORK_REMAINS_AS_IT_IS.violated();
        }

        @Override
        public boolean has(String requirement) {
            return false;
        }
    }

    /** The state after a fact. */
    static OwnFramework evolve(OwnFramework state, OwnFrameworkEvent event) {
        return switch (event) {
            case FrameworkDefined(var description) -> new Defined(description, 0, VersionContent.NOTHING);
            case FrameworkDescribed(var description) ->
                state instanceof Defined defined
                        ? new Defined(description, defined.version(), defined.content())
                        : state;
            case FrameworkVersionImported(var version, var _, var groups, var requirements) ->
                state instanceof Defined defined
                        ? new Defined(defined.description(), version, new VersionContent(groups, requirements))
                        : state;
            case FrameworkRetired _ -> new Retired();
        };
    }
}
