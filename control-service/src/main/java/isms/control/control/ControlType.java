package isms.control.control;

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
import isms.platform.deadline.Day;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The control as the platform sees it. */
@Singleton
public class ControlType extends AggregateType<Control, ControlEvent, ControlEntry> {

    public ControlType() {
        super("control", "CTRL", ControlEvent.class);
    }

    @Override
    public Control initial() {
        return new Control.None();
    }

    @Override
    public Control evolve(Control state, ControlEvent event) {
        return Control.evolve(state, event);
    }

    @Override
    public ControlEntry represent(@Nullable ControlEntry before, Recorded<ControlEvent> fact) {
        var entry = before == null ? new ControlEntry() : (ControlEntry) before.clone();
        Instant at = fact.effectiveAt();
        switch (fact.event()) {
            case ControlDefined(var description, var owner, var requirements, var due) -> {
                entry.describe(description);
                entry.owner = owner.id();
                entry.satisfy(requirements);
                entry.dueOn(due);
                entry.reach(Implementation.PLANNED);
                entry.know(Effectiveness.UNTESTED, at);
            }
            case ControlDescribed(var description) -> entry.describe(description);
            case ControlHandedOver(var owner, var former, var reason) -> entry.owner = owner.id();
            case RequirementsLinked(var more, var reason) -> entry.satisfy(with(entry.requirements, more));
            case RequirementsUnlinked(var fewer, var reason) -> entry.satisfy(without(entry.requirements, fewer));
            case ImplementationDueDateSet(var due, var reason) -> entry.dueOn(due);
            case ImplementationStarted(var on, var remark) -> {
                entry.step(Implementation.IN_PROGRESS, on, remark, List.of(), fact);
                entry.startedOn = on;
            }
            case ControlImplemented(var on, var remark, var evidence, var requirements) -> {
                entry.step(Implementation.IMPLEMENTED, on, remark, evidence, fact);
                entry.implementedOn = on;
            }
            case ControlPutIntoOperation(var on, var remark) -> {
                entry.step(Implementation.OPERATING, on, remark, List.of(), fact);
                entry.operatingOn = on;
            }
            case ImplementationReopened(var reason) -> {
                entry.step(Implementation.IN_PROGRESS, Day.of(at), reason, List.of(), fact);
                entry.reopen(reason);
                entry.untested(at);
            }
            case ImplementationOverdue _ -> entry.overdueAt = at;
            case ControlRetired(var reason) -> {
                entry.step(Implementation.RETIRED, Day.of(at), reason, List.of(), fact);
                entry.end();
                entry.retiredBecause = reason;
            }
            case DependencyAdded(var on, var reason) -> entry.need(with(entry.needs, List.of(on.toString())));
            case DependencyRemoved(var on, var reason) -> entry.need(without(entry.needs, List.of(on.toString())));
            case PlannedChangeLinked(var change) -> entry.link(change);
            case PlannedChangeUnlinked(var id, var reason) -> entry.unlink(id);
            case TestDefined(var test) -> {
                entry.test = test;
                entry.know(entry.effectiveness, at);
            }
            case ControlFoundEffective(var result) -> entry.tested(result, at);
            case ControlFoundPartiallyEffective(var result) -> entry.tested(result, at);
            case ControlFoundIneffective(var result, var requirements) -> entry.tested(result, at);
            case TestOutOfDate _ -> entry.untested(at);
            case ControlReliedOn _ -> {
                // nothing of the control is otherwise by it
            }
            case ControlDoubted(var doubt, var requirements) -> {
                entry.doubts = ControlEntry.appended(entry.doubts, doubt);
                entry.know(Effectiveness.IN_DOUBT, at);
            }
            case ControlConsolidated merged -> {
                entry.satisfy(with(entry.requirements, merged.requirements()));
                entry.need(with(entry.needs, strings(merged.needs())));
                merged.plannedChanges().forEach(entry::link);
                entry.absorbed = List.copyOf(new TreeSet<>(with(
                        with(entry.absorbed, strings(merged.earlier())),
                        List.of(merged.from().toString()))));
            }
            case ControlMerged(var into, var reason) -> {
                entry.end();
                entry.status = "merged";
                entry.mergedInto = into;
                entry.mergedBecause = reason;
            }
        }
        return entry;
    }

    private static List<String> with(List<String> list, List<String> more) {
        return Stream.concat(list.stream(), more.stream()).distinct().toList();
    }

    private static List<String> without(List<String> list, List<String> others) {
        return list.stream().filter(each -> !others.contains(each)).toList();
    }

    private static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
