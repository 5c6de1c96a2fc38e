package isms.platform.command;

import java.util.UUID;

/**
 * What a carried-out command left behind.
 *
 * @param aggregate the aggregate
 * @param version its version after the command
 * @param position log position of its last fact: the consistency token
 * @param representation the aggregate as it is after the command
 * @param created whether the command brought the aggregate into being
 * @param replayed whether this is the first answer to the same idempotency key, given again
 */
public record Outcome<R>(
        UUID aggregate, long version, long position, R representation, boolean created, boolean replayed) {}
