/**
 * Dates that pass (ALL-7): a {@link isms.platform.deadline.Deadline} says which dates of an aggregate can pass and what is
 * recorded then; every replica looks at intervals, and each passing is recorded once.
 */
@NullMarked
package isms.platform.deadline;

import org.jspecify.annotations.NullMarked;
