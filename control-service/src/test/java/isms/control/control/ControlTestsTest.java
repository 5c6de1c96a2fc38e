package isms.control.control;

import static isms.control.control.ControlRule.A_CONTROL_IS_TESTED_AS_DEFINED;
import static isms.control.control.ControlRule.A_DOUBT_SAYS_WHAT_HAPPENED;
import static isms.control.control.ControlRule.A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER;
import static isms.control.control.ControlRule.A_TEST_COMES_AFTER_WHAT_IT_ANSWERS;
import static isms.control.control.ControlRule.A_TEST_RESTS_ON_EVIDENCE;
import static isms.control.control.ControlRule.A_TEST_SAYS_HOW_IT_IS_DONE;
import static isms.control.control.ControlRule.NO_OWNER_TESTS_THEIR_OWN_CONTROL;
import static isms.control.control.ControlRule.ONLY_WHAT_IS_IN_PLACE_IS_TESTED;
import static isms.control.control.ControlRule.THE_EVIDENCE_IS_OF_THIS_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.control.ControlEvent.ControlDoubted;
import isms.control.control.ControlEvent.ControlFoundEffective;
import isms.control.control.ControlEvent.ControlFoundIneffective;
import isms.control.control.ControlEvent.ControlFoundPartiallyEffective;
import isms.control.control.ControlEvent.ControlHandedOver;
import isms.control.control.ControlEvent.ControlMerged;
import isms.control.control.ControlEvent.ControlRetired;
import isms.control.control.ControlEvent.ImplementationReopened;
import isms.control.control.ControlEvent.TestDefined;
import isms.control.control.ControlEvent.TestOutOfDate;
import isms.platform.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-7, ALL-3: tests and doubts say how effective a control is")
class ControlTestsTest {

    private static final LocalDate TODAY = SampleControls.TODAY;

    private static RecordTest test(TestOutcome outcome, LocalDate on, Actor by) {
        return new RecordTest(
                SampleControls.SELF, outcome, on, "Looked at one", List.of(SampleControls.AT_HAND), by, TODAY);
    }

    @Test
    @DisplayName("CTL-7: a control is tested as defined, when it is in place, on the ground of its own evidence")
    void a_test_needs() {
        SampleControls.planned()
                .and(new TestDefined(SampleControls.TEST))
                .when(test(TestOutcome.PASS, TODAY, SampleControls.TESTER))
                .refusedBy(ONLY_WHAT_IS_IN_PLACE_IS_TESTED);
        SampleControls.planned()
                .and(SampleControls.started(), SampleControls.implemented())
                .when(test(TestOutcome.PASS, TODAY, SampleControls.TESTER))
                .refusedBy(A_CONTROL_IS_TESTED_AS_DEFINED);
        SampleControls.inPlace()
                .when(new RecordTest(
                        SampleControls.SELF, TestOutcome.PASS, TODAY, "Fine", List.of(), SampleControls.TESTER, TODAY))
                .refusedBy(A_TEST_RESTS_ON_EVIDENCE, "/evidence");
        SampleControls.inPlace()
                .when(new RecordTest(
                        SampleControls.SELF, TestOutcome.FAIL, TODAY, " ", List.of(), SampleControls.TESTER, TODAY))
                .refusedBy(A_TEST_RESTS_ON_EVIDENCE, "/findings");
        SampleControls.inPlace()
                .when(new RecordTest(
                        SampleControls.OTHER,
                        TestOutcome.PASS,
                        TODAY,
                        "Fine",
                        List.of(SampleControls.AT_HAND),
                        SampleControls.TESTER,
                        TODAY))
                .refusedBy(THE_EVIDENCE_IS_OF_THIS_CONTROL, "/evidence/0");
        SampleControls.inPlace()
                .when(test(TestOutcome.PASS, TODAY.plusDays(1), SampleControls.TESTER))
                .refusedBy(A_TEST_COMES_AFTER_WHAT_IT_ANSWERS, "/on");
    }

    @Test
    @DisplayName("CTL-7: how a control is tested has a method, a period and a criterion")
    void a_test_is_defined() {
        SampleControls.planned()
                .when(new DefineTest(SampleControls.TEST, SampleControls.OWNER))
                .then(new TestDefined(SampleControls.TEST))
                .when(new DefineTest(SampleControls.TEST, SampleControls.OWNER))
                .thenNothing();
        SampleControls.planned()
                .when(new DefineTest(new TestDefinition(" ", Period.ZERO, ""), SampleControls.OWNER))
                .refusedBy(A_TEST_SAYS_HOW_IT_IS_DONE, "/method", "/period", "/criterion");
        SampleControls.planned()
                .when(new DefineTest(new TestDefinition("Look", Period.ofYears(4), "Fine"), SampleControls.OWNER))
                .refusedBy(A_TEST_SAYS_HOW_IT_IS_DONE, "/period");
    }

    @Test
    @DisplayName("CTL-7: pass, partial and fail make it effective, partially effective and ineffective")
    void outcomes() {
        var given = SampleControls.inPlace();
        var tester = SampleControls.TESTER;
        given.when(test(TestOutcome.PASS, TODAY, tester))
                .then(new ControlFoundEffective(SampleControls.result(TestOutcome.PASS, TODAY)));
        given.when(test(TestOutcome.PARTIAL, TODAY, tester))
                .then(new ControlFoundPartiallyEffective(SampleControls.result(TestOutcome.PARTIAL, TODAY)));
        given.when(test(TestOutcome.FAIL, TODAY, tester))
                .then(new ControlFoundIneffective(
                        SampleControls.result(TestOutcome.FAIL, TODAY), List.of(SampleControls.BACKUP)));
    }

    @Test
    @DisplayName("ALL-3: who owns a control, or owned it since its last test, does not test it")
    void no_owner_tests() {
        SampleControls.inPlace()
                .when(test(TestOutcome.PASS, TODAY, SampleControls.OWNER))
                .refusedBy(NO_OWNER_TESTS_THEIR_OWN_CONTROL);
        var handedOver = SampleControls.inPlace()
                .and(new ControlHandedOver(
                        SampleControls.STRANGER.subject(), SampleControls.OWNER.subject(), "Takes over"));
        handedOver
                .when(test(TestOutcome.PASS, TODAY, SampleControls.OWNER))
                .refusedBy(NO_OWNER_TESTS_THEIR_OWN_CONTROL);
        handedOver
                .when(test(TestOutcome.PASS, TODAY, SampleControls.STRANGER))
                .refusedBy(NO_OWNER_TESTS_THEIR_OWN_CONTROL);
        handedOver
                .when(test(TestOutcome.PASS, TODAY, SampleControls.TESTER))
                .then(new ControlFoundEffective(SampleControls.result(TestOutcome.PASS, TODAY)))
                .when(test(TestOutcome.PASS, TODAY, SampleControls.OWNER))
                .then(facts -> assertThat(facts).hasSize(1));
    }

    @Test
    @DisplayName("CTL-7, ALL-7: past its period a result no longer stands, which is noted once")
    void results_age() {
        LocalDate tested = TODAY.minusDays(30);
        LocalDate until = tested.plusDays(90);
        var given = SampleControls.inPlace()
                .and(new ControlFoundEffective(SampleControls.result(TestOutcome.PASS, tested)));
        given.when(new NoteTestOutOfDate(until)).thenNothing();
        given.when(new NoteTestOutOfDate(until.plusDays(1)))
                .then(new TestOutOfDate(SampleControls.WORDS.title(), SampleControls.OWNER.subject(), tested, until))
                .when(new NoteTestOutOfDate(until.plusDays(2)))
                .thenNothing();
        SampleControls.inPlace().when(new NoteTestOutOfDate(until)).thenNothing();
        given.and(new ImplementationReopened("Anew"))
                .when(new NoteTestOutOfDate(until.plusDays(1)))
                .thenNothing();
    }

    @Test
    @DisplayName("CTL-7: a source casts doubt once; a later test clears it, an earlier one does not")
    void doubts() {
        ControlDoubt doubt = SampleControls.doubt(1, "2027-03-10T08:00:00Z");
        SampleControls.inPlace()
                .when(doubt.raised())
                .then(new ControlDoubted(doubt, List.of(SampleControls.BACKUP)))
                .when(doubt.raised())
                .thenNothing()
                .when(test(TestOutcome.PASS, LocalDate.parse("2027-03-09"), SampleControls.TESTER))
                .refusedBy(A_TEST_COMES_AFTER_WHAT_IT_ANSWERS, "/on");
        SampleControls.inPlace()
                .and(new ControlDoubted(doubt, List.of(SampleControls.BACKUP)))
                .when(test(TestOutcome.PASS, TODAY, SampleControls.TESTER))
                .then(new ControlFoundEffective(SampleControls.result(TestOutcome.PASS, TODAY)))
                .when(doubt.raised())
                .thenNothing()
                .when(SampleControls.doubt(2, "2027-03-14T08:00:00Z").raised())
                .thenNothing()
                .when(SampleControls.doubt(3, "2027-03-15T08:00:00Z").raised())
                .then(new ControlDoubted(
                        SampleControls.doubt(3, "2027-03-15T08:00:00Z"), List.of(SampleControls.BACKUP)));
        SampleControls.inPlace()
                .and(new ControlRetired("Gone"))
                .when(doubt.raised())
                .thenNothing();
        SampleControls.inPlace()
                .and(new ControlMerged(SampleControls.OTHER, "The same"))
                .when(doubt.raised())
                .refusedBy(A_MERGED_CONTROL_LIVES_ON_IN_ANOTHER);
        SampleControls.inPlace()
                .when(new ControlDoubt(new UUID(3, 1), DoubtCause.CHANGE, " ", null, Instant.EPOCH).raised())
                .refusedBy(A_DOUBT_SAYS_WHAT_HAPPENED, "/what");
    }

    @Test
    @DisplayName("CTL-10: a plan that needs a control learns that it is in place; of one that is not it learns later")
    void a_plan_learns_of_what_is_in_place() {
        var plan = new ReliantPlan(new java.util.UUID(4, 1), "PLAN-7");

        SampleControls.inPlace()
                .when(plan.relies())
                .then(new ControlEvent.ControlReliedOn(
                        plan.id(), "PLAN-7", TODAY.minusDays(40), List.of(SampleControls.BACKUP)));
        SampleControls.planned().when(plan.relies()).thenNothing();
    }
}
