/**
 * What the facts of methodologies, contexts, risks, treatment plans, rounds of assessments and the rest say in plain words.
 */
@NullMarked
package isms.risk.history;

import org.jspecify.annotations.NullMarked;
