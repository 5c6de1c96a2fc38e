package isms.control.control;

import isms.platform.decider.Fact;
import isms.platform.people.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a control. Who decided it and when is in the envelope. */
public sealed interface ControlEvent {

    /**
     * The organization has a control, or is to have it.
     *
     * @param requirements what it satisfies, as {@code framework:id}
     * @param due the day by which it is to be implemented; null when nobody has said
     */
    @Fact(
            type = "control-defined",
            clauses = {"6.1.3 b", "8.1"})
    record ControlDefined(
            ControlDescription description,
            Subject owner,
            List<String> requirements,
            @Nullable LocalDate due) implements ControlEvent {

        public ControlDefined {
            requirements = List.copyOf(requirements);
        }
    }

    /** What the control is was put better. */
    @Fact(type = "control-described", clauses = "6.1.3 b")
    record ControlDescribed(ControlDescription description) implements ControlEvent {}

    /** Somebody else answers for the control from now on. */
    @Fact(
            type = "control-handed-over",
            clauses = {"5.3", "8.1"})
    record ControlHandedOver(Subject owner, Subject formerOwner, String reason) implements ControlEvent {}

    /** The control satisfies these requirements, too. */
    @Fact(type = "control-requirements-linked", clauses = "6.1.3 c")
    record RequirementsLinked(List<String> requirements, String reason) implements ControlEvent {

        public RequirementsLinked {
            requirements = List.copyOf(requirements);
        }
    }

    /** The control does not satisfy these requirements any more, or never did. */
    @Fact(type = "control-requirements-unlinked", clauses = "6.1.3 c")
    record RequirementsUnlinked(List<String> requirements, String reason) implements ControlEvent {

        public RequirementsUnlinked {
            requirements = List.copyOf(requirements);
        }
    }

    /** It is to be implemented by this day; by none in particular when it is null. */
    @Fact(
            type = "control-due-date-set",
            clauses = {"6.1.3 e", "8.1"})
    record ImplementationDueDateSet(@Nullable LocalDate due, String reason) implements ControlEvent {}

    /** Implementing it has begun. */
    @Fact(type = "control-implementation-started", clauses = "8.1")
    record ImplementationStarted(LocalDate on, String remark) implements ControlEvent {}

    /**
     * It is in place.
     *
     * @param requirements what it satisfies then: others who hear of it know it by these
     */
    @Fact(
            type = "control-implemented",
            clauses = {"8.1", "8.3"})
    record ControlImplemented(LocalDate on, String remark, List<EvidenceReference> evidence, List<String> requirements)
            implements ControlEvent {

        public ControlImplemented {
            evidence = List.copyOf(evidence);
            requirements = List.copyOf(requirements);
        }
    }

    /** It is part of daily work. */
    @Fact(type = "control-put-into-operation", clauses = "8.1")
    record ControlPutIntoOperation(LocalDate on, String remark) implements ControlEvent {}

    /** It is being implemented again: it was not as it had to be, or is built anew. What tests had shown of it is void. */
    @Fact(type = "control-implementation-reopened", clauses = "8.1")
    record ImplementationReopened(String reason) implements ControlEvent {}

    /**
     * The day by which it was to be implemented has passed, and it is not. Recorded by the system, once for each day that it is
     * due on.
     */
    @Fact(type = "control-implementation-overdue", clauses = "8.1")
    record ImplementationOverdue(String title, Subject owner, LocalDate due) implements ControlEvent {}

    /** The organization does without it from now on. */
    @Fact(type = "control-retired", clauses = "8.1")
    record ControlRetired(String reason) implements ControlEvent {}

    /** It cannot be implemented before another one is. */
    @Fact(type = "control-dependency-added", clauses = "8.1")
    record DependencyAdded(UUID on, String reason) implements ControlEvent {}

    /** It does not need the other one any more. */
    @Fact(type = "control-dependency-removed", clauses = "8.1")
    record DependencyRemoved(UUID on, String reason) implements ControlEvent {}

    /** A planned change implements it or touches it. */
    @Fact(
            type = "control-planned-change-linked",
            clauses = {"6.3", "8.1"})
    record PlannedChangeLinked(PlannedChange change) implements ControlEvent {}

    /** The planned change has nothing to do with it any more. */
    @Fact(
            type = "control-planned-change-unlinked",
            clauses = {"6.3", "8.1"})
    record PlannedChangeUnlinked(String change, String reason) implements ControlEvent {}

    /** It is tested like this from now on. */
    @Fact(type = "control-test-defined", clauses = "9.1")
    record TestDefined(TestDefinition test) implements ControlEvent {}

    /** A test was passed. */
    @Fact(type = "control-found-effective", clauses = "9.1")
    record ControlFoundEffective(TestResult result) implements ControlEvent {}

    /** A test was passed in part. */
    @Fact(type = "control-found-partially-effective", clauses = "9.1")
    record ControlFoundPartiallyEffective(TestResult result) implements ControlEvent {}

    /**
     * A test was failed.
     *
     * @param requirements what it satisfies then: others who hear of it know it by these
     */
    @Fact(type = "control-found-ineffective", clauses = "9.1")
    record ControlFoundIneffective(TestResult result, List<String> requirements) implements ControlEvent {

        public ControlFoundIneffective {
            requirements = List.copyOf(requirements);
        }
    }

    /** The last test is older than its period: the control is untested again. Recorded by the system, once a test. */
    @Fact(type = "control-test-out-of-date", clauses = "9.1")
    record TestOutOfDate(String title, Subject owner, LocalDate testedOn, LocalDate validUntil)
            implements ControlEvent {}

    /**
     * Something speaks against its effectiveness.
     *
     * @param requirements what it satisfies then: others who hear of it know it by these
     */
    @Fact(
            type = "control-doubted",
            clauses = {"8.1", "9.1"})
    record ControlDoubted(ControlDoubt doubt, List<String> requirements) implements ControlEvent {

        public ControlDoubted {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * A treatment plan that has been approved needs it, and it is in place.
     *
     * @param plan identity of the plan
     * @param key key of the plan that people use
     * @param since the day since which it has been in place
     * @param requirements what it satisfies then: others who hear of it know it by these
     */
    @Fact(
            type = "control-relied-on",
            clauses = {"6.1.3 b", "8.1"})
    record ControlReliedOn(UUID plan, String key, LocalDate since, List<String> requirements) implements ControlEvent {

        public ControlReliedOn {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * Another control turned out to be this one. What was linked to the other is linked to this one from now on.
     *
     * @param earlier what had been merged into the other one before
     * @param requirements what it did not satisfy before
     * @param needs what it did not need before
     * @param plannedChanges what it was not linked to before
     */
    @Fact(
            type = "control-consolidated",
            clauses = {"6.1.3 b", "8.1"})
    record ControlConsolidated(
            UUID from,
            List<UUID> earlier,
            List<String> requirements,
            List<UUID> needs,
            List<PlannedChange> plannedChanges,
            String reason)
            implements ControlEvent {

        public ControlConsolidated {
            earlier = List.copyOf(earlier);
            requirements = List.copyOf(requirements);
            needs = List.copyOf(needs);
            plannedChanges = List.copyOf(plannedChanges);
        }
    }

    /** It turned out to be another control, which goes on in its place. */
    @Fact(
            type = "control-merged",
            clauses = {"6.1.3 b", "8.1"})
    record ControlMerged(UUID into, String reason) implements ControlEvent {}
}
