/**
 * What time it is. Every decision and every look at due dates asks the one {@link java.time.Clock} bean, which can be put ahead
 * in tests and demonstrations and nowhere else. Tokens expire by the time of the machine, whatever this clock says.
 */
@NullMarked
package isms.platform.clock;

import org.jspecify.annotations.NullMarked;
