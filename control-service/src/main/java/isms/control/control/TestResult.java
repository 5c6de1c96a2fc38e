package isms.control.control;

import isms.platform.people.Subject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A test of a control and what it showed. It names the tester, so that the separation of duties shows in the fact itself.
 *
 * @param on the day on which it was done
 * @param tester who did it
 * @param outcome what it showed
 * @param findings what was looked at and what was seen
 * @param evidence what shows it
 * @param definition how the control was tested then
 */
@Schema(name = "ControlTestResult")
public record TestResult(
        LocalDate on,
        Subject tester,
        TestOutcome outcome,
        String findings,
        List<EvidenceReference> evidence,
        TestDefinition definition) {

    public TestResult {
        evidence = List.copyOf(evidence);
    }
}
