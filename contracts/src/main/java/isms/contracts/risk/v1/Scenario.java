package isms.contracts.risk.v1;

/**
 * How a risk comes about.
 *
 * @param source the source of risk or the threat
 * @param event what happens
 * @param vulnerability the weakness that lets it happen
 * @param consequence what follows for the organization
 */
public record Scenario(String source, String event, String vulnerability, String consequence) {}
