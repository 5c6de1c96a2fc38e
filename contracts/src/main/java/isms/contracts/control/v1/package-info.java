/**
 * What control-service tells the other services, version 1. Sent as CloudEvents to the topic {@code isms.control.events}; keyed by
 * tenant and aggregate.
 */
@NullMarked
package isms.contracts.control.v1;

import org.jspecify.annotations.NullMarked;
