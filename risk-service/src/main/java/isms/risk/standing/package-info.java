/**
 * Where many risks stand at once, read from the register for decisions that concern them all: which ones a filter, a control or
 * a change means, and how each was assessed. What is read here is not older than the log was when it was asked for.
 */
@NullMarked
package isms.risk.standing;

import org.jspecify.annotations.NullMarked;
