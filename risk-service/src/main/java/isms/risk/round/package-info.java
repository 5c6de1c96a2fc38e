/**
 * Rounds of assessments (RSK-9; 6.1.2 a 2, 8.2): at planned intervals or after a significant change.
 *
 * <p>A round is opened over a scope, which is resolved there and then into the risks to be assessed again. They are assessed as
 * always; the round counts those that were assessed since it was opened. Risks are added and removed with a reason, and the due
 * date is moved with a reason; when it passes, that is recorded. A round is closed with a picture of how each of its risks
 * stands: those not assessed again are left out, each with a reason. Or it is withdrawn.
 */
@NullMarked
package isms.risk.round;

import org.jspecify.annotations.NullMarked;
