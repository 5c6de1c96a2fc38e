/**
 * Facts between services: out as CloudEvents on Kafka, decided in one {@link isms.platform.messaging.Publication} per
 * service; in by {@link isms.platform.messaging.Reaction}s, which turn them into commands of our own.
 */
@NullMarked
package isms.platform.messaging;

import org.jspecify.annotations.NullMarked;
