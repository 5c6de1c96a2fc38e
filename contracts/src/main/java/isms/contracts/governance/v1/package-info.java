/**
 * What governance-service tells the other services, version 1. Sent as CloudEvents to the topic {@code isms.governance.events};
 * keyed by tenant and aggregate.
 */
@NullMarked
package isms.contracts.governance.v1;

import org.jspecify.annotations.NullMarked;
