/**
 * Risks (RSK-6 to RSK-8; 6.1.1, 6.1.2 c to e, 8.2).
 *
 * <p>A risk is registered in a context with an owner, described, handed over, assessed under the methodology that its context
 * has chosen (again at planned intervals and after significant changes) and retired when nothing is left of it. An assessment
 * keeps the version of the methodology that it was made with.
 */
@NullMarked
package isms.risk.risk;

import org.jspecify.annotations.NullMarked;
