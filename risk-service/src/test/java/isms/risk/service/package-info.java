/** The service as its clients see it: on real PostgreSQL and Kafka, over HTTP, told the demonstration organizations. */
@org.jspecify.annotations.NullMarked
package isms.risk.service;
