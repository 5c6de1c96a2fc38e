/**
 * The inventory of risk assessment methodologies (RSK-1 to RSK-3; 6.1.2 a, b).
 *
 * <p>A version is written as a draft, submitted, approved by top management (never by one of its authors) or returned to them,
 * put in use and at last superseded by the next one. What was approved never changes: assessments name the version that they
 * were made with.
 */
@NullMarked
package isms.risk.methodology;

import org.jspecify.annotations.NullMarked;
