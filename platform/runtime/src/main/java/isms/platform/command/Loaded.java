package isms.platform.command;

/**
 * The state of an aggregate as its facts make it, read with full consistency.
 *
 * @param state the state; the initial one when version is 0
 * @param version 0 when there is no such aggregate in the tenant
 */
public record Loaded<S>(S state, long version) {}
