/**
 * Risks (RSK-6 to RSK-8, RSK-13; 6.1.1, 6.1.2 c to e, 6.1.3 f, 8.2).
 *
 * <p>A risk is registered in a context with an owner, described, handed over, assessed under the methodology that its context
 * has chosen (again at planned intervals and after significant changes) and retired when nothing is left of it. An assessment
 * keeps the version of the methodology that it was made with.
 *
 * <p>What remains of a risk after treatment is accepted by its owner, or above the acceptance criteria by top management for a
 * time. The acceptance belongs to the risk, so that no assessment can come between: it freezes the residual rating that it
 * accepted, and ends in the very decision that changes that level (stale), when it is revoked, and when its last day has
 * passed (expired). A handed-over risk keeps it; the new owner may revoke it. What the rules call open is a risk without an
 * acceptance in force. An approved plan that retains a risk stands beside its acceptance and is not completed by it: it says
 * why the risk is kept, the acceptance says who answers for that and until when, and when it ends the plan is not enough.
 */
@NullMarked
package isms.risk.risk;

import org.jspecify.annotations.NullMarked;
