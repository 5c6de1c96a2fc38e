/**
 * The library of threats, vulnerabilities and risk scenarios to start from (RSK-17; 6.1.2 c).
 *
 * <p>Starting sets for several industries come with the software and never change in place. An organization adopts what fits,
 * or writes entries of its own: drafted, revised, put in use, retired. A risk is registered from a scenario in use and
 * remembers it; what becomes of the scenario later leaves the risk as it is.
 */
@NullMarked
package isms.risk.library;

import org.jspecify.annotations.NullMarked;
