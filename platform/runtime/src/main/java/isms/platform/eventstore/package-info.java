/** The log: an Axon event storage engine on PostgreSQL with a sequenced batch writer. */
@NullMarked
package isms.platform.eventstore;

import org.jspecify.annotations.NullMarked;
