/**
 * Histories (ALL-6): the facts of one aggregate in plain words, with who decided and when, read from the log itself under
 * row-level security. Nothing is kept twice, so nothing here can disagree with the log. The words are the services'.
 */
@NullMarked
package isms.platform.history;

import org.jspecify.annotations.NullMarked;
