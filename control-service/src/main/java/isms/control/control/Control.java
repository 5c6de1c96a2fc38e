package isms.control.control;

import static isms.control.control.ControlRule.A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER;
import static isms.control.control.ControlRule.A_RETIRED_CONTROL_REMAINS_AS_IT_IS;
import static isms.control.control.ControlRule.ONLY_A_DEFINED_CONTROL_CAN_BE_WORKED_ON;
import static isms.control.control.ControlRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL;

import isms.control.Roles;
import isms.control.control.ControlEvent.ControlConsolidated;
import isms.control.control.ControlEvent.ControlDefined;
import isms.control.control.ControlEvent.ControlDescribed;
import isms.control.control.ControlEvent.ControlDoubted;
import isms.control.control.ControlEvent.ControlFoundEffective;
import isms.control.control.ControlEvent.ControlFoundIneffective;
import isms.control.control.ControlEvent.ControlFoundPartiallyEffective;
import isms.control.control.ControlEvent.ControlHandedOver;
import isms.control.control.ControlEvent.ControlImplemented;
import isms.control.control.ControlEvent.ControlMerged;
import isms.control.control.ControlEvent.ControlPutIntoOperation;
import isms.control.control.ControlEvent.ControlReliedOn;
import isms.control.control.ControlEvent.ControlRetired;
import isms.control.control.ControlEvent.DependencyAdded;
import isms.control.control.ControlEvent.DependencyRemoved;
import isms.control.control.ControlEvent.ImplementationDueDateSet;
import isms.control.control.ControlEvent.ImplementationOverdue;
import isms.control.control.ControlEvent.ImplementationReopened;
import isms.control.control.ControlEvent.ImplementationStarted;
import isms.control.control.ControlEvent.PlannedChangeLinked;
import isms.control.control.ControlEvent.PlannedChangeUnlinked;
import isms.control.control.ControlEvent.RequirementsLinked;
import isms.control.control.ControlEvent.RequirementsUnlinked;
import isms.control.control.ControlEvent.TestDefined;
import isms.control.control.ControlEvent.TestOutOfDate;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A control as decisions see it. */
public sealed interface Control {

    /** The control, refused when there is none or when it is at its end. */
    Open open();

    /** Not defined. */
    record None() implements Control {

        @Override
        public Open open() {
            throw ONLY_A_DEFINED_CONTROL_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * One that the organization has or is to have.
     *
     * @param requirements what it satisfies
     * @param needs what must be in place before it can be started
     * @param changes the planned changes that it is linked to
     * @param absorbed the controls that turned out to be this one
     */
    record Open(
            ControlDescription description,
            Subject owner,
            Set<String> requirements,
            Progress progress,
            Set<UUID> needs,
            List<PlannedChange> changes,
            Testing testing,
            Set<UUID> absorbed)
            implements Control {

        @Override
        public Open open() {
            return this;
        }

        /** Whether others can build on it. */
        public boolean isInPlace() {
            return progress.at().isInPlace();
        }

        /** Refuses whoever is neither its owner nor the ISMS manager. */
        void requireAnsweredForBy(Actor actor) {
            if (!actor.has(Roles.ISMS_MANAGER) && !actor.subject().equals(owner)) {
                throw ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL.violated();
            }
        }

        Optional<PlannedChange> change(String id) {
            return changes.stream().filter(change -> change.id().equals(id)).findFirst();
        }

        /** What it satisfies, always in the same order, so that the same fact is always written in the same way. */
        List<String> satisfied() {
            return requirements.stream().sorted().toList();
        }

        private Control after(ControlEvent event) {
            return switch (event) {
                case ControlDefined _ -> this;
                case ControlDescribed(var better) ->
                    new Open(better, owner, requirements, progress, needs, changes, testing, absorbed);
                case ControlHandedOver(var next, var former, var reason) ->
                    new Open(
                            description, next, requirements, progress, needs, changes, testing.ownedBy(next), absorbed);
                case RequirementsLinked(var more, var reason) -> satisfying(with(requirements, more));
                case RequirementsUnlinked(var fewer, var reason) -> satisfying(without(requirements, fewer));
                case ImplementationDueDateSet(var due, var reason) -> at(progress.dueOn(due));
                case ImplementationStarted(var on, var remark) -> at(progress.reached(Implementation.IN_PROGRESS, on));
                case ControlImplemented(var on, var remark, var evidence, var satisfied) ->
                    at(progress.reached(Implementation.IMPLEMENTED, on));
                case ControlPutIntoOperation(var on, var remark) -> at(progress.reached(Implementation.OPERATING, on));
                case ImplementationReopened _ -> at(progress.reopened()).known(testing.untested());
                case ImplementationOverdue _ -> at(progress.overdueNoted());
                case ControlRetired _ -> new Retired();
                case DependencyAdded(var on, var reason) -> needing(with(needs, List.of(on)));
                case DependencyRemoved(var on, var reason) -> needing(without(needs, List.of(on)));
                case PlannedChangeLinked(var change) -> changing(linked(List.of(change)));
                case PlannedChangeUnlinked(var id, var reason) ->
                    changing(changes.stream()
                            .filter(change -> !change.id().equals(id))
                            .toList());
                case TestDefined(var test) -> known(testing.definedAs(test));
                case ControlFoundEffective(var result) -> known(testing.tested(result, owner));
                case ControlFoundPartiallyEffective(var result) -> known(testing.tested(result, owner));
                case ControlFoundIneffective(var result, var satisfied) -> known(testing.tested(result, owner));
                case TestOutOfDate _ -> known(testing.untested());
                case ControlDoubted(var doubt, var satisfied) -> known(testing.doubted(doubt));
                case ControlReliedOn _ -> this;
                case ControlConsolidated merged ->
                    new Open(
                            description,
                            owner,
                            with(requirements, merged.requirements()),
                            progress,
                            with(needs, merged.needs()),
                            linked(merged.plannedChanges()),
                            testing,
                            with(with(absorbed, merged.earlier()), List.of(merged.from())));
                case ControlMerged(var into, var reason) -> new Merged(into);
            };
        }

        private Open satisfying(Set<String> others) {
            return new Open(description, owner, others, progress, needs, changes, testing, absorbed);
        }

        private Open at(Progress next) {
            return new Open(description, owner, requirements, next, needs, changes, testing, absorbed);
        }

        private Open needing(Set<UUID> others) {
            return new Open(description, owner, requirements, progress, others, changes, testing, absorbed);
        }

        private Open changing(List<PlannedChange> others) {
            return new Open(description, owner, requirements, progress, needs, others, testing, absorbed);
        }

        private Open known(Testing next) {
            return new Open(description, owner, requirements, progress, needs, changes, next, absorbed);
        }

        private List<PlannedChange> linked(List<PlannedChange> more) {
            return Stream.concat(
                            changes.stream()
                                    .filter(known -> more.stream()
                                            .noneMatch(change -> change.id().equals(known.id()))),
                            more.stream())
                    .toList();
        }

        private static <T> Set<T> with(Set<T> set, Collection<T> more) {
            var all = new HashSet<>(set);
            all.addAll(more);
            return Set.copyOf(all);
        }

        private static <T> Set<T> without(Set<T> set, Collection<T> others) {
            var rest = new HashSet<>(set);
            others.forEach(rest::remove);
            return Set.copyOf(rest);
        }
    }

    /** Given up. */
    record Retired() implements Control {

        @Override
        public Open open() {
            throw A_RETIRED_CONTROL_REMAINS_AS_IT_IS.violated();
        }
    }

    /**
     * Turned out to be another one.
     *
     * @param into which
     */
    record Merged(UUID into) implements Control {

        @Override
        public Open open() {
            throw A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER.violated();
        }
    }

    /** The state after a fact. */
    static Control evolve(Control state, ControlEvent event) {
        return switch (state) {
            case None none ->
                event instanceof ControlDefined(var description, var owner, var requirements, var due)
                        ? new Open(
                                description,
                                owner,
                                Set.copyOf(requirements),
                                Progress.planned(due),
                                Set.of(),
                                List.of(),
                                Testing.never(owner),
                                Set.of())
                        : none;
            case Open open -> open.after(event);
            case Retired retired -> retired;
            case Merged merged -> merged;
        };
    }
}
