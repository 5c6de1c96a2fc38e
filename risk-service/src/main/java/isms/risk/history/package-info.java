/**
 * Histories (ALL-6): the facts of one methodology, context, risk, treatment plan or round of assessments in plain words, with who decided and when, read from the
 * log itself under row-level security. Nothing is kept twice, so nothing here can disagree with the log.
 */
@NullMarked
package isms.risk.history;

import org.jspecify.annotations.NullMarked;
