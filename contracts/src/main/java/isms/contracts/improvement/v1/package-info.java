/**
 * What improvement-service tells the other services, version 1. Sent as CloudEvents to the topic {@code isms.improvement.events};
 * keyed by tenant and aggregate.
 */
@NullMarked
package isms.contracts.improvement.v1;

import org.jspecify.annotations.NullMarked;
