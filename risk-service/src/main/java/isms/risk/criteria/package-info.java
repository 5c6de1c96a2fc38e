/**
 * Risk criteria (6.1.2 a): scales, impact dimensions, how they combine, bands, what is acceptable, when to assess; and the
 * arithmetic that turns a rating into a level of risk. Values only: they are the content of a methodology's version, and an
 * assessment is made with the ones of the version in use.
 */
@NullMarked
package isms.risk.criteria;

import org.jspecify.annotations.NullMarked;
