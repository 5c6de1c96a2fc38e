/**
 * The statement of applicability (6.1.3 c, d; CTL-9 to CTL-12): for one scope, every control of Annex A and every further necessary
 * control with the decision whether it applies, why, and how far it is implemented.
 *
 * <p>A version is drafted, line by line; what treatment plans and legal requirements need draws itself in. Complete, it is submitted;
 * somebody who wrote none of its lines approves it for top management, and it is in force until the next version is approved. An
 * approved version never changes: the next one starts as its copy.
 */
@NullMarked
package isms.control.statement;

import org.jspecify.annotations.NullMarked;
