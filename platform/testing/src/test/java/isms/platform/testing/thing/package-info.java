/** The smallest service: one aggregate, its row and its resource, to prove the platform on. */
@NullMarked
package isms.platform.testing.thing;

import org.jspecify.annotations.NullMarked;
