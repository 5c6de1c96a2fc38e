/**
 * The portfolio of quantified risks (RSK-16): the one currency in which an organization estimates and adds up losses. It is
 * chosen once before the first estimate, and with a reason again when the organization changes its currency.
 */
@NullMarked
package isms.risk.portfolio;

import org.jspecify.annotations.NullMarked;
