/**
 * Pictures as SVG: how they are written, their ink and paper, the head that all of them have, and when a caller gets one
 * instead of data.
 */
@NullMarked
package isms.risk.drawing;

import org.jspecify.annotations.NullMarked;
