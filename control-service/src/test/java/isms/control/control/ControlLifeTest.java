package isms.control.control;

import static isms.control.control.ControlRule.AN_ESTIMATE_IS_IN_WHOLE_DAYS;
import static isms.control.control.ControlRule.A_CONTROL_HAS_A_TITLE;
import static isms.control.control.ControlRule.A_CONTROL_IS_DEFINED_ONCE;
import static isms.control.control.ControlRule.A_CONTROL_IS_NOT_MERGED_WITH_ITSELF;
import static isms.control.control.ControlRule.A_CONTROL_NEEDS_OTHER_CONTROLS_THAT_ARE_LEFT;
import static isms.control.control.ControlRule.A_DAY_THAT_IS_REPORTED_HAS_COME;
import static isms.control.control.ControlRule.A_DUE_DATE_IS_FOR_WHAT_IS_NOT_IN_PLACE;
import static isms.control.control.ControlRule.A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER;
import static isms.control.control.ControlRule.A_PLANNED_CHANGE_IS_NAMED;
import static isms.control.control.ControlRule.A_REQUIREMENT_IS_OF_A_KNOWN_FRAMEWORK;
import static isms.control.control.ControlRule.A_RETIRED_CONTROL_REMAINS_AS_IT_IS;
import static isms.control.control.ControlRule.DEPENDENCIES_FORM_NO_CYCLE;
import static isms.control.control.ControlRule.IMPLEMENTING_BEGINS_ONCE;
import static isms.control.control.ControlRule.IT_SAYS_WHY;
import static isms.control.control.ControlRule.NO_CONTROL_STARTS_BEFORE_WHAT_IT_NEEDS;
import static isms.control.control.ControlRule.ONLY_AN_IMPLEMENTED_CONTROL_IS_PUT_INTO_OPERATION;
import static isms.control.control.ControlRule.ONLY_A_DEFINED_CONTROL_CAN_BE_WORKED_ON;
import static isms.control.control.ControlRule.ONLY_CONTROLS_THAT_ARE_LEFT_ARE_MERGED;
import static isms.control.control.ControlRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL;
import static isms.control.control.ControlRule.ONLY_WHAT_IS_IN_PLACE_IS_REOPENED;
import static isms.control.control.ControlRule.ONLY_WHAT_WAS_STARTED_IS_IMPLEMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.control.ControlEvent.ControlConsolidated;
import isms.control.control.ControlEvent.ControlHandedOver;
import isms.control.control.ControlEvent.ControlImplemented;
import isms.control.control.ControlEvent.ControlMerged;
import isms.control.control.ControlEvent.ControlPutIntoOperation;
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
import isms.platform.people.Actor;
import isms.platform.testing.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-4, CTL-5, CTL-6: what becomes of a control")
class ControlLifeTest {

    @Test
    @DisplayName("CTL-4: a control satisfies requirements of known frameworks, each once and in order")
    void a_control_is_defined() {
        Given.nothing(SampleControls.TYPE)
                .when(new DefineControl(
                        SampleControls.WORDS,
                        SampleControls.OWNER.subject(),
                        List.of(SampleControls.BACKUP, SampleControls.BACKUP),
                        LocalDate.parse("2027-06-30"),
                        SampleControls.KNOWN))
                .then(SampleControls.defined())
                .when(new DefineControl(
                        SampleControls.WORDS, SampleControls.OWNER.subject(), List.of(), null, SampleControls.KNOWN))
                .refusedBy(A_CONTROL_IS_DEFINED_ONCE);
        Given.nothing(SampleControls.TYPE)
                .when(new DefineControl(
                        SampleControls.WORDS,
                        SampleControls.OWNER.subject(),
                        List.of(SampleControls.BACKUP, "iso-9001:4"),
                        null,
                        SampleControls.KNOWN))
                .refusedBy(A_REQUIREMENT_IS_OF_A_KNOWN_FRAMEWORK, "/requirements/1");
        Given.nothing(SampleControls.TYPE)
                .when(new DefineControl(
                        new ControlDescription(" ", "", null, null),
                        SampleControls.OWNER.subject(),
                        List.of(),
                        null,
                        SampleControls.KNOWN))
                .refusedBy(A_CONTROL_HAS_A_TITLE, "/title");
        Given.nothing(SampleControls.TYPE)
                .when(new DefineControl(
                        new ControlDescription("Title", "", null, 0),
                        SampleControls.OWNER.subject(),
                        List.of(),
                        null,
                        SampleControls.KNOWN))
                .refusedBy(AN_ESTIMATE_IS_IN_WHOLE_DAYS, "/estimatedDays");
        Given.nothing(SampleControls.TYPE)
                .when(new RetireControl("Gone"))
                .refusedBy(ONLY_A_DEFINED_CONTROL_CAN_BE_WORKED_ON);
    }

    @Test
    @DisplayName("CTL-4: requirements are linked and unlinked with a reason; what is so already records nothing")
    void requirements() {
        SampleControls.planned()
                .when(new LinkRequirements(
                        List.of(SampleControls.BACKUP, SampleControls.REDUNDANCY), "Both", SampleControls.KNOWN))
                .then(new RequirementsLinked(List.of(SampleControls.REDUNDANCY), "Both"))
                .when(new LinkRequirements(List.of(SampleControls.BACKUP), "Both", SampleControls.KNOWN))
                .thenNothing()
                .when(new UnlinkRequirements(List.of(SampleControls.BACKUP), "Not this one"))
                .then(new RequirementsUnlinked(List.of(SampleControls.BACKUP), "Not this one"))
                .when(new UnlinkRequirements(List.of(SampleControls.BACKUP), " "))
                .refusedBy(IT_SAYS_WHY, "/reason");
    }

    @Test
    @DisplayName("CTL-4: one owner, who or the ISMS manager reports on the control and hands it over")
    void one_owner() {
        SampleControls.planned()
                .when(new HandOverControl(SampleControls.STRANGER.subject(), "Takes over", SampleControls.STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL);
        SampleControls.planned()
                .when(new HandOverControl(SampleControls.STRANGER.subject(), "Takes over", SampleControls.OWNER))
                .then(new ControlHandedOver(
                        SampleControls.STRANGER.subject(), SampleControls.OWNER.subject(), "Takes over"))
                .when(new DescribeControl(
                        words -> new ControlDescription("Better", words.description(), words.scope(), null),
                        SampleControls.OWNER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_A_CONTROL);
    }

    @Test
    @DisplayName("CTL-6: planned, in progress, implemented, operating; step by step, and each on a day that has come")
    void implementation() {
        LocalDate today = SampleControls.TODAY;
        Actor owner = SampleControls.OWNER;
        SampleControls.planned()
                .when(new PutIntoOperation(today, "", owner, today))
                .refusedBy(ONLY_AN_IMPLEMENTED_CONTROL_IS_PUT_INTO_OPERATION);
        SampleControls.planned()
                .when(new ReportImplemented(SampleControls.SELF, today, "", List.of(), owner, today))
                .refusedBy(ONLY_WHAT_WAS_STARTED_IS_IMPLEMENTED);
        SampleControls.planned()
                .when(new StartImplementation(today.plusDays(1), "", SampleControls.NOBODY, owner, today))
                .refusedBy(A_DAY_THAT_IS_REPORTED_HAS_COME, "/on");
        SampleControls.planned()
                .when(new StartImplementation(today.minusDays(3), "", SampleControls.NOBODY, owner, today))
                .then(new ImplementationStarted(today.minusDays(3), ""))
                .when(new ReportImplemented(
                        SampleControls.SELF, today.minusDays(2), "Done", List.of(SampleControls.AT_HAND), owner, today))
                .then(new ControlImplemented(
                        today.minusDays(2), "Done", List.of(SampleControls.SHOWN), List.of(SampleControls.BACKUP)))
                .when(new PutIntoOperation(today, "", owner, today))
                .then(new ControlPutIntoOperation(today, ""))
                .when(new SetDueDate(today, "Late", owner))
                .refusedBy(A_DUE_DATE_IS_FOR_WHAT_IS_NOT_IN_PLACE);
        SampleControls.inPlace()
                .when(new StartImplementation(today, "", SampleControls.NOBODY, owner, today))
                .refusedBy(IMPLEMENTING_BEGINS_ONCE);
        SampleControls.inPlace()
                .when(new PutIntoOperation(today.minusDays(41), "", owner, today))
                .refusedBy(A_DAY_THAT_IS_REPORTED_HAS_COME, "/on");
        SampleControls.planned()
                .when(new ReopenImplementation("Anew", owner))
                .refusedBy(ONLY_WHAT_IS_IN_PLACE_IS_REOPENED);
        SampleControls.inPlace().when(new ReopenImplementation("Anew", owner)).then(new ImplementationReopened("Anew"));
        SampleControls.planned()
                .when(new RetireControl("Gone"))
                .then(new ControlRetired("Gone"))
                .when(new RetireControl("Gone"))
                .refusedBy(A_RETIRED_CONTROL_REMAINS_AS_IT_IS);
    }

    @Test
    @DisplayName("CTL-6: no control starts before what it needs is in place; the refusal says which")
    void dependencies() {
        var open = SampleControls.network(Map.of(SampleControls.OTHER, SampleControls.open()));
        var inPlace = SampleControls.network(
                Map.of(SampleControls.OTHER, SampleControls.inPlace().state()));
        var retired = SampleControls.network(Map.of(SampleControls.OTHER, new Control.Retired()));
        var needing = SampleControls.planned()
                .when(new DependOn(SampleControls.SELF, SampleControls.OTHER, open, "The line"))
                .then(new DependencyAdded(SampleControls.OTHER, "The line"));
        var start = SampleControls.TODAY;
        var refused = needing.when(new StartImplementation(start, "", open, SampleControls.OWNER, start));
        refused.refusedBy(NO_CONTROL_STARTS_BEFORE_WHAT_IT_NEEDS);
        assertThat(refused.refused().getMessage()).contains("CTRL-2 is planned");
        assertThat(needing.when(new StartImplementation(start, "", retired, SampleControls.OWNER, start))
                        .refused()
                        .getMessage())
                .contains("CTRL-2 is retired");
        needing.when(new StartImplementation(start, "", inPlace, SampleControls.OWNER, start))
                .then(new ImplementationStarted(start, ""));
        needing.when(new StopDepending(SampleControls.OTHER, "By courier"))
                .then(new DependencyRemoved(SampleControls.OTHER, "By courier"));
        SampleControls.planned()
                .when(new DependOn(SampleControls.SELF, SampleControls.OTHER, retired, "The line"))
                .refusedBy(A_CONTROL_NEEDS_OTHER_CONTROLS_THAT_ARE_LEFT);
    }

    @Test
    @DisplayName("CTL-6: a cycle is refused by name, also through a control that was merged into another")
    void cycles() {
        var network = SampleControls.network(Map.of(
                SampleControls.SELF,
                SampleControls.open(),
                SampleControls.OTHER,
                SampleControls.open(new UUID(1, 9)),
                new UUID(1, 9),
                new Control.Merged(SampleControls.THIRD),
                SampleControls.THIRD,
                SampleControls.open(SampleControls.SELF)));
        var when = SampleControls.planned()
                .when(new DependOn(SampleControls.SELF, SampleControls.OTHER, network, "Round and round"));
        when.refusedBy(DEPENDENCIES_FORM_NO_CYCLE);
        assertThat(when.refused().getMessage()).contains("CTRL-1 needs CTRL-2 needs CTRL-3 needs CTRL-1");
        SampleControls.planned()
                .when(new DependOn(SampleControls.SELF, SampleControls.SELF, network, "Itself"))
                .refusedBy(DEPENDENCIES_FORM_NO_CYCLE);
    }

    @Test
    @DisplayName("ALL-7, CTL-6: a due date that passes is noted once, and again when it was moved and has passed again")
    void overdue() {
        LocalDate due = LocalDate.parse("2027-06-30");
        var late = new ImplementationOverdue(SampleControls.WORDS.title(), SampleControls.OWNER.subject(), due);
        SampleControls.planned()
                .when(new NoteOverdueImplementation(due))
                .thenNothing()
                .when(new NoteOverdueImplementation(due.plusDays(1)))
                .then(late)
                .when(new NoteOverdueImplementation(due.plusDays(2)))
                .thenNothing()
                .when(new SetDueDate(due.plusDays(5), "Late", SampleControls.OWNER))
                .then(new ImplementationDueDateSet(due.plusDays(5), "Late"))
                .when(new NoteOverdueImplementation(due.plusDays(5)))
                .thenNothing()
                .when(new NoteOverdueImplementation(due.plusDays(6)))
                .then(new ImplementationOverdue(
                        SampleControls.WORDS.title(), SampleControls.OWNER.subject(), due.plusDays(5)));
        SampleControls.inPlace()
                .when(new NoteOverdueImplementation(due.plusDays(9)))
                .thenNothing();
        Given.nothing(SampleControls.TYPE)
                .when(new NoteOverdueImplementation(due))
                .thenNothing();
    }

    @Test
    @DisplayName("CTL-6: a planned change is named by id and title, and linked once")
    void planned_changes() {
        var change = new PlannedChange("CHG-1", "New software");
        SampleControls.planned()
                .when(new LinkPlannedChange(change, SampleControls.OWNER))
                .then(new PlannedChangeLinked(change))
                .when(new LinkPlannedChange(change, SampleControls.OWNER))
                .thenNothing()
                .when(new UnlinkPlannedChange("CHG-1", "Off", SampleControls.OWNER))
                .then(new PlannedChangeUnlinked("CHG-1", "Off"))
                .when(new LinkPlannedChange(new PlannedChange("CHG-1", " "), SampleControls.OWNER))
                .refusedBy(A_PLANNED_CHANGE_IS_NAMED);
    }

    @Test
    @DisplayName("CTL-5: a merge moves all links, and the other control points to its successor")
    void merge() {
        Control other = SampleControls.planned()
                .and(
                        new RequirementsLinked(List.of(SampleControls.REDUNDANCY), "Too"),
                        new DependencyAdded(SampleControls.THIRD, "The line"),
                        new PlannedChangeLinked(new PlannedChange("CHG-1", "New software")))
                .state();
        var network = SampleControls.network(Map.of(
                SampleControls.SELF,
                SampleControls.open(),
                SampleControls.OTHER,
                other,
                SampleControls.THIRD,
                SampleControls.open()));
        var merge = new ConsolidateControl(SampleControls.SELF, SampleControls.OTHER, network, "The same");
        SampleControls.planned()
                .when(merge)
                .then(new ControlConsolidated(
                        SampleControls.OTHER,
                        List.of(),
                        List.of(SampleControls.REDUNDANCY),
                        List.of(SampleControls.THIRD),
                        List.of(new PlannedChange("CHG-1", "New software")),
                        "The same"))
                .when(merge)
                .thenNothing();
        SampleControls.planned()
                .when(new MergeControl(SampleControls.OTHER, "The same"))
                .then(new ControlMerged(SampleControls.OTHER, "The same"))
                .when(new MergeControl(SampleControls.OTHER, "The same"))
                .thenNothing()
                .when(new RetireControl("Gone"))
                .refusedBy(A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER);
        SampleControls.planned()
                .when(new ConsolidateControl(SampleControls.SELF, SampleControls.SELF, network, "The same"))
                .refusedBy(A_CONTROL_IS_NOT_MERGED_WITH_ITSELF, "/from");
        SampleControls.planned()
                .when(new ConsolidateControl(
                        SampleControls.SELF,
                        SampleControls.OTHER,
                        SampleControls.network(Map.of(SampleControls.OTHER, new Control.Retired())),
                        "The same"))
                .refusedBy(ONLY_CONTROLS_THAT_ARE_LEFT_ARE_MERGED);
        var cycle = SampleControls.network(Map.of(
                SampleControls.SELF,
                SampleControls.open(SampleControls.THIRD),
                SampleControls.OTHER,
                SampleControls.open(),
                SampleControls.THIRD,
                SampleControls.open(SampleControls.OTHER)));
        SampleControls.planned()
                .and(new DependencyAdded(SampleControls.THIRD, "The line"))
                .when(new ConsolidateControl(SampleControls.SELF, SampleControls.OTHER, cycle, "The same"))
                .refusedBy(DEPENDENCIES_FORM_NO_CYCLE);
    }

    @Test
    @DisplayName("CTL-4 to CTL-7: every fact can be represented, and is told in words of its own")
    void every_fact_is_represented() {
        for (ControlEvent event : SampleControlFacts.all()) {
            assertThat(SampleControls.planned().and(event).state()).isNotNull();
        }
    }
}
