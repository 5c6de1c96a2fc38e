package isms.risk.library;

/**
 * A scenario that a risk starts from.
 *
 * @param id its id in a starting set ({@code MFG-01}), or its identity in the organization's library
 * @param title its title then
 * @param words what it said then
 */
public record StartingPoint(String id, String title, ScenarioWords words) {}
