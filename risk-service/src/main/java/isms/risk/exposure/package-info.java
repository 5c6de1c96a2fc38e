/**
 * What risks cost, as recorded (RSK-16): the estimates of risks and plans now or as of any moment, listed, filtered, exported;
 * the portfolio of all of them simulated; and what a plan returns.
 */
@NullMarked
package isms.risk.exposure;

import org.jspecify.annotations.NullMarked;
