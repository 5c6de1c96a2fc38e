/**
 * Control catalogue, unified controls and the statement of applicability: ISO/IEC 27001:2022 clauses 6.1.3 c, d and 8.1, Annex A.
 *
 * <p>{@code framework} has the requirements that come with the software; a {@code control} of the organization satisfies
 * requirements; a {@code statement} of applicability decides on every control of Annex A. Dependencies point that way and never
 * back. Other services learn of it through {@code publication}; what they tell makes us act in {@code reaction}.
 */
@NullMarked
package isms.control;

import org.jspecify.annotations.NullMarked;
