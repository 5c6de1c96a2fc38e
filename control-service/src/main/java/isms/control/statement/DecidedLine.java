package isms.control.statement;

import org.jspecify.annotations.Nullable;

/**
 * A decision with the control that it is about.
 *
 * @param reference the control, as {@link Reference} writes it
 * @param title of a further control that no framework here knows; null for the others
 */
public record DecidedLine(String reference, @Nullable String title, LineDecision decision) {}
