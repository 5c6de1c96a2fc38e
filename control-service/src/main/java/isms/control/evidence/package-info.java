/**
 * Evidence (CTL-8): a file, a link or a result that a machine has posted. It never changes; what replaces it is its next edition,
 * and the editions before stay. Files are kept once an organization under their SHA-256, in parts, so that nothing is ever whole
 * in memory.
 */
@NullMarked
package isms.control.evidence;

import org.jspecify.annotations.NullMarked;
