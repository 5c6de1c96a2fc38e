/**
 * The shape of a decision: a {@link isms.platform.decider.Command command} decides, a state remembers, a
 * {@link isms.platform.decider.Fact fact} is. Pure Java: no clock, no lookup, no framework.
 */
@NullMarked
package isms.platform.decider;

import org.jspecify.annotations.NullMarked;
