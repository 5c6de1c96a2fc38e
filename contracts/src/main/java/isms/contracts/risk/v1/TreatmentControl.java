package isms.contracts.risk.v1;

import org.jspecify.annotations.Nullable;

/**
 * A control that the treatment of a risk needs (6.1.3 b).
 *
 * @param reference the control, from any source, for example A.8.5
 * @param source the catalogue or framework that it comes from, where the plan names it
 */
public record TreatmentControl(String reference, @Nullable String source) {}
