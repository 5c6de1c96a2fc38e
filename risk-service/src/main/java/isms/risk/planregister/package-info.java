/**
 * The register of treatment plans (6.1.3 e, 8.3): every plan with its actions, who approved it, how far it is and what is due
 * next, now or as of any moment; listed, filtered, exported.
 */
@NullMarked
package isms.risk.planregister;

import org.jspecify.annotations.NullMarked;
