/**
 * Bringing a register of controls in from a file, as organizations have it in a spreadsheet or another tool (CTL-4, ALL-9): which
 * columns there are, and what a row says. What becomes of it is decided by the same commands as everything else.
 */
@NullMarked
package isms.control.controlimport;

import org.jspecify.annotations.NullMarked;
