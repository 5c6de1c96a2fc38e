/**
 * The risk register (6.1.2 c, 8.2): every risk with its last assessment and its place in the order of treatment, now or as
 * of any moment; listed, filtered, exported.
 */
@NullMarked
package isms.risk.riskregister;

import org.jspecify.annotations.NullMarked;
