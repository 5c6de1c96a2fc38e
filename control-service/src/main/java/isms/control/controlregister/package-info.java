/**
 * Reading controls and their evidence: the register, what has no control or satisfies nothing, in which order controls are
 * implemented, which of them may be one, and how effective each was.
 */
@NullMarked
package isms.control.controlregister;

import org.jspecify.annotations.NullMarked;
