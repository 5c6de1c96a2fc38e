/**
 * What other services' facts make us do (RSK-10): a risk is flagged for reassessment when a control that it relies on was found
 * ineffective, when a nonconformity bears on it, or when its context has changed. Each fact flags a risk once, however often and
 * in whatever order it arrives.
 */
@NullMarked
package isms.risk.reaction;

import org.jspecify.annotations.NullMarked;
