package isms.control.control;

import isms.control.control.ControlEvent.ControlConsolidated;
import isms.control.control.ControlEvent.ControlDescribed;
import isms.control.control.ControlEvent.ControlDoubted;
import isms.control.control.ControlEvent.ControlFoundEffective;
import isms.control.control.ControlEvent.ControlFoundIneffective;
import isms.control.control.ControlEvent.ControlFoundPartiallyEffective;
import isms.control.control.ControlEvent.ControlHandedOver;
import isms.control.control.ControlEvent.ControlMerged;
import isms.control.control.ControlEvent.ControlPutIntoOperation;
import isms.control.control.ControlEvent.ControlRetired;
import isms.control.control.ControlEvent.DependencyAdded;
import isms.control.control.ControlEvent.DependencyRemoved;
import isms.control.control.ControlEvent.ImplementationDueDateSet;
import isms.control.control.ControlEvent.ImplementationOverdue;
import isms.control.control.ControlEvent.ImplementationReopened;
import isms.control.control.ControlEvent.PlannedChangeLinked;
import isms.control.control.ControlEvent.PlannedChangeUnlinked;
import isms.control.control.ControlEvent.RequirementsLinked;
import isms.control.control.ControlEvent.RequirementsUnlinked;
import isms.control.control.ControlEvent.TestDefined;
import isms.control.control.ControlEvent.TestOutOfDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One of each. */
public final class SampleControlFacts {

    private SampleControlFacts() {}

    public static List<ControlEvent> all() {
        LocalDate day = LocalDate.parse("2027-03-01");
        return List.of(
                SampleControls.defined(),
                new ControlDescribed(new ControlDescription("Nightly backup", "Of all servers", null, null)),
                new ControlHandedOver(
                        SampleControls.STRANGER.subject(), SampleControls.OWNER.subject(), "Operations does it now"),
                new RequirementsLinked(List.of(SampleControls.REDUNDANCY), "The other site can take over"),
                new RequirementsUnlinked(List.of(SampleControls.REDUNDANCY), "It cannot after all"),
                new ImplementationDueDateSet(day, "The software is late"),
                SampleControls.started(),
                SampleControls.implemented(),
                new ControlPutIntoOperation(day, "Operations runs it"),
                new ImplementationReopened("Half of the servers were forgotten"),
                new ImplementationOverdue("Daily backup of servers", SampleControls.OWNER.subject(), day),
                new ControlRetired("The servers are gone"),
                new DependencyAdded(SampleControls.OTHER, "Copies are sent over the new line"),
                new DependencyRemoved(SampleControls.OTHER, "They are sent by courier"),
                new PlannedChangeLinked(new PlannedChange("CHG-2031", "New backup software")),
                new PlannedChangeUnlinked("CHG-2031", "The change was called off"),
                new TestDefined(SampleControls.TEST),
                new ControlFoundEffective(SampleControls.result(TestOutcome.PASS, day)),
                new ControlFoundPartiallyEffective(SampleControls.result(TestOutcome.PARTIAL, day)),
                new ControlFoundIneffective(
                        SampleControls.result(TestOutcome.FAIL, day), List.of(SampleControls.BACKUP)),
                new TestOutOfDate("Daily backup of servers", SampleControls.OWNER.subject(), day, day.plusDays(90)),
                new ControlDoubted(SampleControls.doubt(1, "2027-03-10T08:00:00Z"), List.of(SampleControls.BACKUP)),
                new ControlEvent.ControlReliedOn(
                        new java.util.UUID(4, 1), "PLAN-7", day, List.of(SampleControls.BACKUP)),
                new ControlConsolidated(
                        SampleControls.OTHER,
                        List.of(SampleControls.THIRD),
                        List.of(SampleControls.REDUNDANCY),
                        List.of(new UUID(1, 4)),
                        List.of(new PlannedChange("CHG-7", "Another site")),
                        "Both describe the nightly backup"),
                new ControlMerged(SampleControls.SELF, "Both describe the nightly backup"));
    }
}
