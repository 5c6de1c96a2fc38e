package isms.control.control;

import static isms.control.control.ControlRule.A_CONTROL_IS_TESTED_AS_DEFINED;
import static isms.control.control.ControlRule.A_TEST_COMES_AFTER_WHAT_IT_ANSWERS;
import static isms.control.control.ControlRule.A_TEST_RESTS_ON_EVIDENCE;
import static isms.control.control.ControlRule.NO_OWNER_TESTS_THEIR_OWN_CONTROL;
import static isms.control.control.ControlRule.ONLY_WHAT_IS_IN_PLACE_IS_TESTED;

import isms.control.control.ControlEvent.ControlFoundEffective;
import isms.control.control.ControlEvent.ControlFoundIneffective;
import isms.control.control.ControlEvent.ControlFoundPartiallyEffective;
import isms.platform.deadline.Day;
import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Record what a test of a control showed, as somebody who does not own it (ALL-3).
 *
 * @param self which control it is
 * @param on the day on which it was done
 */
record RecordTest(
        UUID self,
        TestOutcome outcome,
        LocalDate on,
        String findings,
        List<EvidenceAtHand> evidence,
        Actor by,
        LocalDate today)
        implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        if (control.testing().owners().contains(by.subject()) || control.owner().equals(by.subject())) {
            throw NO_OWNER_TESTS_THEIR_OWN_CONTROL.violated();
        }
        if (!control.isInPlace()) {
            throw ONLY_WHAT_IS_IN_PLACE_IS_TESTED.violated();
        }
        TestDefinition definition = control.testing().definition();
        if (definition == null) {
            throw A_CONTROL_IS_TESTED_AS_DEFINED.violated();
        }
        requireInTime(control.testing());
        requireEvidence();
        var result = new TestResult(
                on,
                by.subject(),
                outcome,
                findings.strip(),
                EvidenceAtHand.ownReferences(evidence, self, control),
                definition);
        return switch (outcome) {
            case PASS -> List.of(new ControlFoundEffective(result));
            case PARTIAL -> List.of(new ControlFoundPartiallyEffective(result));
            case FAIL -> List.of(new ControlFoundIneffective(result, control.satisfied()));
        };
    }

    private void requireInTime(Testing testing) {
        LocalDate last = testing.testedOn();
        Instant doubted = testing.doubtedAt();
        if (on.isAfter(today) || last != null && on.isBefore(last) || doubted != null && on.isBefore(Day.of(doubted))) {
            throw A_TEST_COMES_AFTER_WHAT_IT_ANSWERS.violated(List.of(new Violation(
                    "/on",
                    "the day is not after " + today + (last == null ? "" : ", not before the last test on " + last)
                            + (doubted == null ? "" : ", not before the doubt of " + Day.of(doubted)))));
        }
    }

    private void requireEvidence() {
        boolean failed = outcome == TestOutcome.FAIL;
        if (evidence.isEmpty() && (!failed || findings.isBlank())) {
            throw A_TEST_RESTS_ON_EVIDENCE.violated(
                    List.of(new Violation(failed ? "/findings" : "/evidence", "nothing shows the result")));
        }
    }
}
