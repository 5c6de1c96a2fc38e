package isms.control.framework;

import isms.control.framework.Framework.Group;
import isms.platform.decider.Fact;
import java.util.List;

/** What happens to a framework that an organization brings in itself. */
public sealed interface OwnFrameworkEvent {

    /** A framework was defined, without requirements so far. */
    @Fact(type = "framework-defined", clauses = "6.1.3 c")
    record FrameworkDefined(FrameworkDescription description) implements OwnFrameworkEvent {}

    /** Title, publisher, edition or source were corrected. */
    @Fact(type = "framework-described", clauses = "6.1.3 c")
    record FrameworkDescribed(FrameworkDescription description) implements OwnFrameworkEvent {}

    /**
     * The requirements of the framework, as a file had them, became its version in force.
     *
     * @param version from 1
     * @param origin where the file came from
     * @param groups themes, domains or functions that requirements name as their group
     */
    @Fact(type = "framework-version-imported", clauses = "6.1.3 c")
    record FrameworkVersionImported(int version, String origin, List<Group> groups, List<OwnRequirement> requirements)
            implements OwnFrameworkEvent {

        public FrameworkVersionImported {
            groups = List.copyOf(groups);
            requirements = List.copyOf(requirements);
        }
    }

    /** Nothing new refers to the framework from now on. */
    @Fact(type = "framework-retired", clauses = "6.1.3 c")
    record FrameworkRetired(String reason) implements OwnFrameworkEvent {}
}
