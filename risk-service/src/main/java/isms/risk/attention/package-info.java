/**
 * What needs somebody's attention (RSK-14; 6.1.3, 8.3, 9.3): risks above the criteria that nobody treats and nobody has
 * accepted, and the counts beside it, in any moment.
 *
 * <p>A plan counts from the approval of the risk owner to its completion: before, nobody answers for it and it may be given
 * back; after, nothing is done any more about a level that is still above the criteria. A plan to retain the risk does not
 * count, for what it needs is an acceptance (RSK-11). An acceptance counts on the days on which it holds, whether or not its
 * passing has been recorded yet.
 */
@NullMarked
package isms.risk.attention;

import org.jspecify.annotations.NullMarked;
