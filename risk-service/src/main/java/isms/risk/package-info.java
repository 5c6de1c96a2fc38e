/**
 * Risk assessment and treatment: ISO/IEC 27001:2022 clauses 6.1.1 to 6.1.3, 8.2 and 8.3.
 *
 * <p>{@code criteria} are the words and the arithmetic of rating; {@code methodology} approves and issues them; a
 * {@code context} chooses a methodology; a {@code library} has scenarios to start from; a {@code risk} is described and
 * assessed in its context; its {@code treatment} is planned and carried out; a {@code round} has many risks assessed
 * again. Dependencies point that way and never back. Other services learn of it through {@code publication}; what they tell
 * makes us act in {@code reaction}.
 */
@NullMarked
package isms.risk;

import org.jspecify.annotations.NullMarked;
