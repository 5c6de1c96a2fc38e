/** Test support for services: given-when-then over deciders, real PostgreSQL and Kafka once per module, tokens. */
@NullMarked
package isms.platform.testing;

import org.jspecify.annotations.NullMarked;
