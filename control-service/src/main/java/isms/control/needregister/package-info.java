/** Reading what treatment plans need. */
@NullMarked
package isms.control.needregister;

import org.jspecify.annotations.NullMarked;
