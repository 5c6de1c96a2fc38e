package isms.platform.decider;

/**
 * One part of a request that breaks a rule.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, for example {@code /impact/safety}; empty for the whole
 * @param detail what is wrong with it and what is allowed, as a sentence
 */
public record Violation(String pointer, String detail) {}
