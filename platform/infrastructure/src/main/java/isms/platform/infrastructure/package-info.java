/**
 * PostgreSQL and Kafka as real servers on loopback, for tests, benchmarks and the local stack; never for production.
 *
 * <p>PostgreSQL always runs with its durable settings, so that a figure measured or a crash survived here means the
 * same as in production.
 */
@NullMarked
package isms.platform.infrastructure;

import org.jspecify.annotations.NullMarked;
