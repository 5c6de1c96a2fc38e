/**
 * The register of assessment rounds (RSK-9): every round and how far it is, its risks one by one, and what has changed from one
 * closed round to the next; now or as of any moment.
 */
@NullMarked
package isms.risk.roundregister;

import org.jspecify.annotations.NullMarked;
