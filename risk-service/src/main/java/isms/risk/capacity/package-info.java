/** What may be computed at the same time, so that no caller waits for ever and none takes all memory. */
@NullMarked
package isms.risk.capacity;

import org.jspecify.annotations.NullMarked;
