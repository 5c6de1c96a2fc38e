/**
 * What treatment plans of risks need (CTL-10): kept as it is heard, so that a statement of applicability that begins later, or a
 * control that is defined later, finds it.
 */
@NullMarked
package isms.control.need;

import org.jspecify.annotations.NullMarked;
