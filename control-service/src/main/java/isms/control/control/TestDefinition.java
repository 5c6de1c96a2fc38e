package isms.control.control;

import static isms.control.control.ControlRule.A_TEST_SAYS_HOW_IT_IS_DONE;

import isms.platform.decider.Violation;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a control is tested (CTL-7).
 *
 * @param method what is looked at, and how
 * @param period how long a result stands; past it the control is untested again
 * @param criterion by what one sees that the control is effective
 */
@Schema(name = "ControlTestDefinition")
public record TestDefinition(
        @Schema(examples = "Restore a server chosen by lot, and compare")
        String method,

        @Schema(
                type = SchemaType.STRING,
                description = "How long a result stands (ISO 8601), at least a day, at most three years",
                examples = "P90D")
        Period period,

        @Schema(examples = "It runs again within four hours, with the data of the day before")
        String criterion) {

    private static final LocalDate ANY_DAY = LocalDate.of(2027, 1, 1);

    /** This definition, refused when it leaves open how the control is tested. */
    TestDefinition checked() {
        var faults = new ArrayList<Violation>();
        if (method.isBlank()) {
            faults.add(new Violation("/method", "the method is missing"));
        }
        LocalDate until = validUntil(ANY_DAY);
        if (!until.isAfter(ANY_DAY) || until.isAfter(ANY_DAY.plusYears(3))) {
            faults.add(new Violation("/period", "the period is at least P1D and at most P3Y"));
        }
        if (criterion.isBlank()) {
            faults.add(new Violation("/criterion", "the criterion is missing"));
        }
        if (!faults.isEmpty()) {
            throw A_TEST_SAYS_HOW_IT_IS_DONE.violated(faults);
        }
        return this;
    }

    /** The last day on which the result of a test of that day stands. */
    LocalDate validUntil(LocalDate testedOn) {
        return testedOn.plus(period);
    }
}
