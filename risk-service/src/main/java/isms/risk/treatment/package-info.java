/**
 * Treatment plans of risks (RSK-11, RSK-12; 6.1.3, 8.3).
 *
 * <p>A plan is drafted for a risk: which option it takes, by which actions, and to which level. It may be revised until it is
 * submitted. The risk owner approves it, if it is not of their own writing, or has it returned. Then its actions are carried
 * out: their owners report progress and move dates with a reason, and somebody who never owned it shows that the success
 * criterion of an action is met. The risk owner can have an action done by another; the system notes when a target date has
 * passed (ALL-7). With its last action shown done the plan is completed. Until then it can be withdrawn.
 */
@NullMarked
package isms.risk.treatment;

import org.jspecify.annotations.NullMarked;
