/**
 * Pictures as SVG, and as PNG made from it: how they are written, their ink and paper, the head that all of them have, and when a caller gets one
 * instead of data.
 */
@NullMarked
package isms.platform.drawing;

import org.jspecify.annotations.NullMarked;
