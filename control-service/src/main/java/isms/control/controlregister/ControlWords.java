package isms.control.controlregister;

import isms.control.control.ControlEvent;
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
import isms.control.control.DoubtCause;
import isms.control.control.EvidenceReference;
import isms.control.control.TestResult;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of controls as an auditor reads them. Every new kind of fact needs its sentence here: the compiler demands it. */
public final class ControlWords {

    private ControlWords() {}

    public static String of(ControlEvent event) {
        return switch (event) {
            case ControlDefined(var description, var owner, var requirements, var due) ->
                "Defined as \"%s\", owned by %s, satisfying %s; %s"
                        .formatted(description.title(), owner, references(requirements), until(due));
            case ControlDescribed(var description) -> "Described anew as \"%s\"".formatted(description.title());
            case ControlHandedOver(var owner, var former, var reason) ->
                "Handed over from %s to %s: %s".formatted(former, owner, reason);
            case RequirementsLinked(var more, var reason) ->
                "Satisfies %s, too: %s".formatted(references(more), reason);
            case RequirementsUnlinked(var fewer, var reason) ->
                "Does not satisfy %s after all: %s".formatted(references(fewer), reason);
            case ImplementationDueDateSet(var due, var reason) -> "Due date set, %s: %s".formatted(until(due), reason);
            case ImplementationStarted(var on, var remark) ->
                "Implementation started on %s%s".formatted(on, remark(remark));
            case ControlImplemented(var on, var remark, var evidence, var requirements) ->
                "Implemented on %s%s%s".formatted(on, evidence(evidence), remark(remark));
            case ControlPutIntoOperation(var on, var remark) ->
                "Part of daily work since %s%s".formatted(on, remark(remark));
            case ImplementationReopened(var reason) ->
                "Implementation reopened, earlier tests are void: %s".formatted(reason);
            case ImplementationOverdue(var title, var owner, var due) ->
                "Overdue, recorded by the system: \"%s\" was to be implemented by %s until %s"
                        .formatted(title, owner, due);
            case ControlRetired(var reason) -> "Retired: %s".formatted(reason);
            case DependencyAdded(var on, var reason) -> "Needs the control %s first: %s".formatted(on, reason);
            case DependencyRemoved(var on, var reason) ->
                "Does not need the control %s any more: %s".formatted(on, reason);
            case PlannedChangeLinked(var change) ->
                "Linked to the planned change %s, \"%s\"".formatted(change.id(), change.title());
            case PlannedChangeUnlinked(var change, var reason) ->
                "No longer linked to the planned change %s: %s".formatted(change, reason);
            case TestDefined(var test) ->
                "To be tested anew within %s each time: %s; effective if %s"
                        .formatted(test.period(), test.method(), test.criterion());
            case ControlFoundEffective(var result) -> found(result);
            case ControlFoundPartiallyEffective(var result) -> found(result);
            case ControlFoundIneffective(var result, var requirements) -> found(result);
            case TestOutOfDate(var title, var owner, var testedOn, var until) ->
                "Untested again, recorded by the system: the test of %s stood until %s".formatted(testedOn, until);
            case ControlReliedOn(var plan, var key, var since, var requirements) ->
                "The treatment plan %s needs it; in place since %s".formatted(key, since);
            case ControlDoubted(var doubt, var requirements) ->
                "Effectiveness in doubt because of %s %s: %s"
                        .formatted(article(doubt.cause()), doubt.cause().words(), doubt.what());
            case ControlConsolidated merged ->
                "The control %s was merged into this one, which satisfies %s besides: %s"
                        .formatted(merged.from(), references(merged.requirements()), merged.reason());
            case ControlMerged(var into, var reason) ->
                "Merged into the control %s, which goes on in its place: %s".formatted(into, reason);
        };
    }

    private static String found(TestResult result) {
        return "Found %s by %s, who tested it on %s%s%s"
                .formatted(
                        result.outcome().effectiveness().words(),
                        result.tester(),
                        result.on(),
                        evidence(result.evidence()),
                        remark(result.findings()));
    }

    private static String article(DoubtCause cause) {
        return switch (cause) {
            case INCIDENT -> "an";
            case AUDIT_FINDING -> "an";
            case OBSERVATION -> "an";
            case NONCONFORMITY -> "a";
            case CHANGE -> "a";
        };
    }

    private static String references(List<String> references) {
        return references.isEmpty() ? "no requirement" : String.join(", ", references);
    }

    private static String until(@Nullable LocalDate due) {
        return due == null ? "due on no day in particular" : "due on " + due;
    }

    private static String evidence(List<EvidenceReference> evidence) {
        return switch (evidence.size()) {
            case 0 -> "";
            case 1 -> ", shown by one piece of evidence";
            default -> ", shown by " + evidence.size() + " pieces of evidence";
        };
    }

    private static String remark(String remark) {
        return remark.isBlank() ? "" : ": " + remark;
    }
}
